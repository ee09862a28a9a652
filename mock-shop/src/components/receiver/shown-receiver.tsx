import { signal } from '@preact/signals';
import type { Receiver } from 'fixtures';
import { world } from '../../client/world.ts';
import { maskedReceiver } from './mask.ts';
import './receiver.css';

/** Trades whose receivers were asked to be seen; a reload hides them again. */
const revealed = signal<ReadonlySet<string>>(new Set());

/** Whether this shop's backend hides receivers; undefined until it is known. */
export function hidesReceivers(): boolean | undefined {
  return world.value?.settings.mask_receivers;
}

/** A trade's receiver as the screen may show it now. Source: seller-backend, "Newer backends mask the receiver". */
export function shownReceiver<R extends Receiver>(tid: string, receiver: R): R {
  if (hidesReceivers() === false || revealed.value.has(tid)) return receiver;
  return { ...receiver, ...maskedReceiver(receiver) };
}

/** 查看: shows one trade's receiver in full, and hides it again. Nothing where the shop hides nothing. */
export function RevealButton({ tid }: { tid: string }) {
  if (!hidesReceivers()) return null;
  const open = revealed.value.has(tid);
  return (
    <button
      type="button"
      class="link reveal"
      data-testid="reveal"
      aria-label={`${open ? '隐藏' : '查看'}收货信息：订单 ${tid}`}
      onClick={() => {
        const next = new Set(revealed.value);
        if (open) next.delete(tid);
        else next.add(tid);
        revealed.value = next;
      }}
    >
      <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
        <path d="M1 6s2.500-4.500 7-4.500S15 6 15 6s-2.500 4.500-7 4.500S1 6 1 6z" />
        <circle cx="8" cy="6" r="2" />
        {!open && <path d="M2 11.500L14 .5" />}
      </svg>
      {open ? '隐藏' : '查看'}
    </button>
  );
}
