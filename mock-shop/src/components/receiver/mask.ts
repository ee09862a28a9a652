import type { Receiver } from 'fixtures';

/** A person's first character and a star, however long the name: `张*`. Source: seller-backend "Screens". */
function maskedName(name: string): string {
  const [first = ''] = name;
  return first && `${first}*`;
}

/** The middle of a number: `138****1234`, `0571-****1188`. A short one shows nothing. */
function maskedNumber(number: string): string {
  const parts = /^(\d{3,4}-|\d{3})?.*?(\d{4})$/.exec(number);
  if (number.length < 7 || !parts) return number && '****';
  return `${parts[1] ?? ''}****${parts[2]}`;
}

/** A receiver as newer backends show one: the region and the postcode stay, for they decide who carries it and for how much. */
export function maskedReceiver(receiver: Receiver): Receiver {
  const { receiver_name, receiver_address, receiver_mobile, receiver_phone } = receiver;
  return {
    ...receiver,
    receiver_name: maskedName(receiver_name),
    receiver_address: receiver_address && '****',
    receiver_mobile: maskedNumber(receiver_mobile),
    receiver_phone: maskedNumber(receiver_phone),
  };
}
