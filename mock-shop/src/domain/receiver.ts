import { ZIP_OF } from 'fixtures';
import { invalid, missing, type TopError } from './refusal.ts';
import { textFault } from './text-fault.ts';
import type { Receiver } from './trade/command.ts';

/** Fields of a receiver: name on the screen and most GBK bytes. Source: seller-backend "Gateway", `shippingaddress.update`. */
const FIELDS: readonly (readonly [keyof Receiver, string, number])[] = [
  ['receiver_name', '收货人', 50],
  ['receiver_state', '省', 32],
  ['receiver_city', '市', 32],
  ['receiver_district', '区', 32],
  ['receiver_town', '街道', 32],
  ['receiver_address', '详细地址', 228],
  ['receiver_zip', '邮编', 6],
  ['receiver_mobile', '手机', 11],
  ['receiver_phone', '电话', 30],
];

const WANTED = [
  ['receiver_name', '请填写收货人姓名'],
  ['receiver_state', '请选择省份'],
  ['receiver_address', '请填写详细地址'],
] as const satisfies readonly (readonly [keyof Receiver, string])[];

/** Why nothing can be sent there; undefined when it can. Counties run by a province have no city level. */
export function receiverFault(receiver: Receiver): TopError | undefined {
  for (const [field, label, most] of FIELDS) {
    const text = receiver[field] ?? '';
    const fault = textFault(field, label, text, most);
    if (fault) return fault;
    if (text.includes('\n')) return invalid(field, `${label}里不能换行`);
  }
  for (const [field, why] of WANTED) if (receiver[field]?.trim() === '') return missing(field, why);
  if (!receiver.receiver_mobile && !receiver.receiver_phone) {
    return missing('receiver_mobile', '手机和电话至少填一个');
  }
  if (receiver.receiver_mobile && !/^1[3-9]\d{9}$/.test(receiver.receiver_mobile)) {
    return invalid('receiver_mobile', '手机号是 1 开头的 11 位数字');
  }
  if (receiver.receiver_zip && !/^\d{6}$/.test(receiver.receiver_zip))
    return invalid('receiver_zip', '邮编是 6 位数字');
  const zips = ZIP_OF[receiver.receiver_state];
  if (receiver.receiver_zip && zips && !zips.includes(receiver.receiver_zip.slice(0, 2))) {
    const whose = `${receiver.receiver_state}的邮编以 ${zips.join('、')} 开头`;
    return invalid('receiver_zip', `邮编 ${receiver.receiver_zip} 与省份不符：${whose}`);
  }
  return undefined;
}
