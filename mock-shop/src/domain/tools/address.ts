import { type SellerAddress, ZIP_OF } from 'fixtures';
import { type Changed, changed } from '../change.ts';
import type { Now } from '../command.ts';
import { find } from '../entities.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote, type TopError } from '../refusal.ts';
import { simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { textFault } from '../text-fault.ts';
import type { ToolCommand } from './command.ts';
import { freshId } from './fresh-id.ts';
import { PROVINCE_CODES } from './regions.ts';

type Save = Extract<ToolCommand, { type: 'address.save' }>;
type Field = 'contact_name' | 'province' | 'city' | 'country' | 'addr' | 'zip_code' | 'phone' | 'mobile_phone' | 'memo';

/** How many addresses a library holds. */
export const MOST_ADDRESSES = 50;

/** Each field's name on the screen and its limit in GBK bytes. Source: seller-backend, limits of `shippingaddress.update`. */
export const ADDRESS_FIELDS: Readonly<Record<Field, readonly [label: string, bytes: number]>> = {
  contact_name: ['联系人', 50],
  province: ['省份', 32],
  city: ['城市', 32],
  country: ['区县', 32],
  addr: ['详细地址', 228],
  zip_code: ['邮政编码', 20],
  phone: ['电话', 30],
  mobile_phone: ['手机', 20],
  memo: ['备注', 200],
};

/** Why this cannot be an address of the library; undefined when it can. Source: seller-backend "Carriers and addresses". */
export function addressFault(given: Pick<Save, Field>): TopError | undefined {
  for (const [field, [label, bytes]] of Object.entries(ADDRESS_FIELDS) as [Field, readonly [string, number]][]) {
    const fault = textFault(field, label, given[field], bytes);
    if (fault) return fault;
    if (given[field].includes('\n')) return invalid(field, `${label}要写在一行里`);
  }
  const { contact_name, province, city, country, addr, zip_code, phone, mobile_phone } = given;
  if (contact_name === '') return missing('contact_name', '请填写联系人');
  if (province === '') return missing('province', '请选择省份');
  if (!PROVINCE_CODES.has(province)) return invalid('province', `没有「${province}」这个省份`);
  // A county that its province runs itself has no city: the district stands alone.
  if (city === '' && country === '') return missing('city', '请选择城市和区县');
  if (addr === '') return missing('addr', '请填写详细地址');
  return zipFault(province, zip_code) ?? phoneFault(phone, mobile_phone);
}

function zipFault(province: string, zip: string): TopError | undefined {
  if (zip === '') return undefined;
  if (!/^\d{6}$/.test(zip)) return invalid('zip_code', '邮政编码是 6 位数字');
  const starts = ZIP_OF[province];
  if (!starts || starts.includes(zip.slice(0, 2))) return undefined;
  return invalid('zip_code', `邮政编码 ${zip} 不是${province}的，${province}的邮编以 ${starts.join('、')} 开头`);
}

function phoneFault(phone: string, mobile: string): TopError | undefined {
  if (phone === '' && mobile === '') return missing('mobile_phone', '手机和电话至少填一个');
  if (mobile !== '' && !/^1[3-9]\d{9}$/.test(mobile)) {
    return invalid('mobile_phone', '手机号码是 1 开头的 11 位数字');
  }
  if (phone !== '' && !/^(?:(?:0\d{2,3}-?)?[1-9]\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4})$/.test(phone)) {
    return invalid('phone', '电话写成 区号-号码-分机，例如 0571-86201188 或 0571-86201188-8001');
  }
  return undefined;
}

/**
 * A new address, or one changed. The first of a library is both defaults; later exactly one is each, so a default
 * is given up only by naming another.
 */
export function saveAddress(state: ShopState, command: Save, now: Now): Draft[] | TopError {
  const given = trimmed(command);
  const fault = addressFault(given);
  if (fault) return fault;
  const id = command.contact_id;
  const before = id === undefined ? undefined : find(state, 'address', id);
  if (id !== undefined && !before) return remote('isv.address-not-exist', '地址库里没有这个地址，可能刚被删除');
  if (!before && state.addresses.size >= MOST_ADDRESSES)
    return remote('isv.address-too-many', `地址库最多 ${MOST_ADDRESSES} 个地址`);
  const first = state.addresses.size === (before ? 1 : 0);
  const { send_def, cancel_def } = { send_def: command.send_def || first, cancel_def: command.cancel_def || first };
  if (before?.send_def && !send_def) return keepDefault('send_def', '发货');
  if (before?.cancel_def && !cancel_def) return keepDefault('cancel_def', '退货');
  const after: SellerAddress = {
    contact_id: before?.contact_id ?? freshId(state),
    ...given,
    send_def,
    cancel_def,
    modify_date: before?.modify_date ?? '',
  };
  if (before && Object.entries(after).every(([key, value]) => Reflect.get(before, key) === value)) return [];
  after.modify_date = simText(Math.max(now.sim, state.lastAt));
  const also = otherThan(state, after.contact_id).flatMap((other) =>
    withDefaults(other, { send_def: other.send_def && !send_def, cancel_def: other.cancel_def && !cancel_def }),
  );
  const main = { kind: 'address' as const, id: after.contact_id, after };
  return [changed(state, now.sim, 'seller', 'address.saved', main, { also })];
}

/** A default that goes hands over to the address that is named, else to the one that was changed last. */
export function removeAddress(
  state: ShopState,
  { contact_id, heir }: Extract<ToolCommand, { type: 'address.remove' }>,
  now: Now,
): Draft[] | TopError {
  if (contact_id === '') return missing('contact_id');
  const gone = find(state, 'address', contact_id);
  if (!gone) return remote('isv.address-not-exist', '地址库里没有这个地址，可能已经删除');
  const others = otherThan(state, contact_id);
  if (heir !== undefined && !others.some((one) => one.contact_id === heir)) {
    return invalid('heir', '接替默认地址的那个地址不在地址库里');
  }
  const next = others.find((one) => one.contact_id === heir) ?? others.toSorted(newestFirst)[0];
  const also = next
    ? withDefaults(next, {
        send_def: next.send_def || gone.send_def,
        cancel_def: next.cancel_def || gone.cancel_def,
      })
    : [];
  const main = { kind: 'address' as const, id: contact_id, after: null };
  return [changed(state, now.sim, 'seller', 'address.removed', main, { also })];
}

function trimmed(command: Save): Pick<Save, Field> {
  const fields = Object.keys(ADDRESS_FIELDS) as Field[];
  return Object.fromEntries(fields.map((field) => [field, command[field].trim()])) as Pick<Save, Field>;
}

function keepDefault(field: 'send_def' | 'cancel_def', what: string): TopError {
  return invalid(field, `这是默认${what}地址，要换的话，请把另一个地址设为默认${what}地址`);
}

function otherThan(state: ShopState, id: string): SellerAddress[] {
  return [...state.addresses.values()].filter(({ contact_id }) => contact_id !== id);
}

function withDefaults(
  address: SellerAddress,
  defaults: Pick<SellerAddress, 'send_def' | 'cancel_def'>,
): Changed<'address'>[] {
  if (address.send_def === defaults.send_def && address.cancel_def === defaults.cancel_def) return [];
  return [{ kind: 'address', id: address.contact_id, after: { ...address, ...defaults } }];
}

function newestFirst(a: SellerAddress, b: SellerAddress): number {
  if (a.modify_date !== b.modify_date) return a.modify_date < b.modify_date ? 1 : -1;
  return a.contact_id < b.contact_id ? 1 : -1;
}
