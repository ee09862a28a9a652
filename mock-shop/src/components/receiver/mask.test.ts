import { expect, it } from 'vitest';
import { maskedReceiver } from './mask.ts';

const receiver = {
  receiver_name: '欧阳小雨',
  receiver_state: '浙江省',
  receiver_city: '杭州市',
  receiver_district: '余杭区',
  receiver_town: '仓前街道',
  receiver_address: '文一西路 969 号 3 幢 502 室',
  receiver_zip: '311121',
  receiver_mobile: '13812345678',
  receiver_phone: '',
};

it('shows who and where well enough to choose a carrier, and no more', () => {
  const masked = maskedReceiver(receiver);
  expect(masked).toEqual({
    ...receiver,
    receiver_name: '欧*',
    receiver_address: '****',
    receiver_mobile: '138****5678',
  });
});

it.each([
  ['0571-86201188', '0571-****1188'],
  ['057186201188', '057****1188'],
  ['0571-86201188-8001', '0571-****8001'],
  ['86201188', '862****1188'],
  ['12345', '****'],
  ['', ''],
])('hides the middle of %s', (receiver_phone, shown) => {
  expect(maskedReceiver({ ...receiver, receiver_phone }).receiver_phone).toBe(shown);
});

it('makes nothing of nothing', () => {
  const empty = Object.fromEntries(Object.keys(receiver).map((key) => [key, ''])) as typeof receiver;
  expect(maskedReceiver(empty)).toEqual(empty);
});
