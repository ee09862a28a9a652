import type { Refund } from 'fixtures';
import { find } from '../entities.ts';
import { invalid, missing, remote } from '../refusal.ts';
import { Refused } from '../refused.ts';
import type { ShopState } from '../state.ts';
import { charactersFault, textFault } from '../text-fault.ts';

/** Longest note of an application or a returned parcel, in characters. Source: textbook OP-7. */
export const NOTE_LENGTH = 200;
/** Longest message, in GBK bytes. Source: seller-backend, `refund.message.add`. */
export const MESSAGE_BYTES = 400;
/** Length of a refusal's text, in characters. Source: seller-backend, `refund.refuse`. */
export const REFUSE_LENGTH = { min: 2, max: 200 } as const;
/** Most pictures at once, and the largest, in bytes. Source: textbook OP-7, seller-backend. */
export const MOST_PICTURES = 3;
export const PICTURE_BYTES = 130_000;

/** The refund of that number. @throws Refused when the number cannot be or names none */
function refundOf(state: ShopState, id: string): Refund {
  if (id === '') throw new Refused(missing('refund_id'));
  if (!/^\d{1,18}$/.test(id)) throw new Refused(invalid('refund_id', '退款编号应当全是数字，最多 18 位'));
  const refund = find(state, 'refund', id);
  if (!refund) throw new Refused(remote('isv.refund-not-exist', `没有编号为 ${id} 的退款`));
  return refund;
}

/** The buyer's own refund, or any for the seller. @throws Refused */
export function ownRefund(
  state: ShopState,
  command: { refund_id: string } & ({ actor: 'seller' } | { actor: 'buyer'; buyer_nick: string }),
): Refund {
  const refund = refundOf(state, command.refund_id);
  if (command.actor === 'seller' || refund.buyer_nick === command.buyer_nick) return refund;
  throw new Refused(remote('isv.refund-not-exist', `您没有编号为 ${command.refund_id} 的退款`));
}

/** A number that goes up with every step of a refund: each adds to its history. */
export function versionOf(refund: Refund): number {
  return refund.messages.length;
}

/** The refund as the seller has seen it. @throws Refused when it has changed since */
export function seenRefund(
  state: ShopState,
  command: { refund_id: string; actor: 'seller'; version?: number },
): Refund {
  const refund = ownRefund(state, command);
  if (command.version === undefined || command.version === versionOf(refund)) return refund;
  throw new Refused(remote('isv.refund-version-error', '这笔退款刚刚有了变化，请看过最新的内容再处理'));
}

/** @throws Refused unless the refund is in one of these states */
export function mustBe(refund: Refund, statuses: readonly Refund['status'][], why: string): void {
  if (!statuses.includes(refund.status)) throw new Refused(remote('isv.refund-status-error', why));
}

/** The text, trimmed, with plain line breaks. @throws Refused when it has too many characters or some that cannot be kept */
export function cleanText(parameter: string, name: string, value: unknown, most: number): string {
  const text = trimmed(parameter, value);
  const { length } = [...text];
  if (length > most) throw new Refused(invalid(parameter, `${name}最多 ${most} 个字，现在是 ${length} 个`));
  const fault = charactersFault(parameter, name, text);
  if (fault) throw new Refused(fault);
  return text;
}

/** A message for the negotiation history. @throws Refused */
export function cleanMessage(parameter: string, name: string, value: unknown): string {
  const text = trimmed(parameter, value);
  const fault = textFault(parameter, name, text, MESSAGE_BYTES);
  if (fault) throw new Refused(fault);
  return text;
}

function trimmed(parameter: string, value: unknown): string {
  if (typeof value !== 'string') throw new Refused(missing(parameter));
  return value.replaceAll('\r\n', '\n').trim();
}

/** Pictures that can be kept. @throws Refused when there are too many, or one is none or too large */
export function cleanPictures(parameter: string, value: unknown): string[] {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) throw new Refused(missing(parameter));
  if (value.length > MOST_PICTURES) throw new Refused(invalid(parameter, `凭证最多 ${MOST_PICTURES} 张图片`));
  for (const picture of value as string[]) {
    const fault = pictureFault(picture);
    if (fault) throw new Refused(invalid(parameter, fault));
  }
  return [...(value as string[])];
}

/** Why this cannot be a picture; undefined when it can: a JPEG, PNG, GIF or WebP as a `data:` URL, or the name of a drawn one. */
export function pictureFault(picture: string): string | undefined {
  if (/^[a-z]{1,20}\/[a-z-]{1,20}$/.test(picture)) return undefined;
  const data = /^data:image\/(?:jpeg|png|gif|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(picture)?.[1];
  if (data === undefined) return '凭证只能是 JPG、PNG、GIF 或 WebP 图片';
  const bytes = Math.floor((data.replace(/=+$/, '').length * 3) / 4);
  return bytes > PICTURE_BYTES ? `一张图片最大 ${PICTURE_BYTES} 字节，现在是 ${bytes} 字节，请压缩后再上传` : undefined;
}
