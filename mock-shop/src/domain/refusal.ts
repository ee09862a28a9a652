import type { ShopRefusal } from 'fixtures';

/** TOP's error body; source: seller-backend "Gateway". */
export type TopError = ShopRefusal['error'];

/** 40: a required argument is not there. `why`, where it is not plain: a Chinese sentence for the person at the screen. */
export function missing(parameter: string, why = `缺少参数 ${parameter}`): TopError {
  return {
    code: 40,
    msg: `Missing required arguments:${parameter}`,
    sub_code: `isv.missing-parameter:${parameter}`,
    sub_msg: why,
  };
}

/** 41: an argument's value cannot be. `why` is a Chinese sentence for the person at the screen. */
export function invalid(parameter: string, why: string): TopError {
  return {
    code: 41,
    msg: `Invalid arguments:${parameter}`,
    sub_code: `isv.invalid-parameter:${parameter}`,
    sub_msg: why,
  };
}

/** 15: the arguments are fine, the business says no (`isv.…`) or the service failed (`isp.…`). */
export function remote(subCode: string, why: string): TopError {
  return { code: 15, msg: 'Remote service error', sub_code: subCode, sub_msg: why };
}
