import type { Trade } from 'fixtures';
import { useRef, useState } from 'preact/hooks';
import { saveReceiver } from '../../client/ship-client.ts';
import { isSame } from '../../domain/ship/address.ts';
import { receiverOf } from '../../domain/ship/parcel.ts';
import { Dialog } from '../dialog.tsx';
import { showToast } from '../toast.tsx';
import { useSend } from '../use-send.ts';
import { ReceiverFields, receiverProblem } from './receiver-fields.tsx';

/** 修改地址 of a whole order: saved at once when 确定 is pressed. Source: textbook OP-4. */
export function AddressDialog({ trade, onClosed }: { trade: Trade; onClosed: () => void }) {
  const [before] = useState(() => receiverOf(trade));
  const [receiver, setReceiver] = useState(before);
  const [asked, setAsked] = useState(false);
  const { busy, fault, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => form.current?.closest('dialog')?.close();
  const changed = !isSame({ ...trade, ...before }, receiver);
  const mayClose = (): boolean => {
    if (busy) return false;
    if (!changed || asked) return true;
    setAsked(true);
    return false;
  };
  const save = (): void =>
    send(changed ? receiverProblem(receiver) : '地址没有改动，没有要保存的。', async () => {
      await saveReceiver(trade.tid, receiver);
      showToast({ text: '收货地址已修改，整笔订单都发到新地址', tid: trade.tid });
      close();
    });
  return (
    <Dialog
      heading={
        <>
          修改收货地址 <span class="dialog-tid num">订单号：{trade.tid}</span>
        </>
      }
      headingId="address-heading"
      data-testid="address-dialog"
      data-tid={trade.tid}
      data-buyer-nick={trade.buyer_nick}
      mayClose={mayClose}
      onClosed={onClosed}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div class="dialog-body">
          <ReceiverFields
            prefix="address"
            value={receiver}
            disabled={busy}
            onReceiver={(next) => {
              setReceiver(next);
              setAsked(false);
            }}
          />
          {fault && (
            <p class="dialog-bar bad" role="alert" data-testid="address-fault">
              {fault}
            </p>
          )}
          {asked && !busy && (
            <div class="dialog-bar" role="alert">
              <p>地址改了还没有保存，要放弃吗？</p>
              <button type="button" class="button" data-testid="address-discard" onClick={close}>
                放弃修改
              </button>
              <button type="button" class="button" data-testid="address-keep" onClick={() => setAsked(false)}>
                继续编辑
              </button>
            </div>
          )}
        </div>
        <div class="dialog-foot">
          <button type="submit" class="button primary" data-testid="address-save" disabled={busy}>
            {busy ? '正在保存…' : '确定'}
          </button>
          <button
            type="button"
            class="button"
            data-testid="address-cancel"
            disabled={busy}
            onClick={() => {
              if (mayClose()) close();
            }}
          >
            取消
          </button>
        </div>
      </form>
    </Dialog>
  );
}
