import type { Trade } from 'fixtures';
import { useRef, useState } from 'preact/hooks';
import { cancelPickUp, confirmPickUp, getShippingOf, type SeenParcel } from '../../client/ship-client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { useSend } from '../../components/use-send.ts';
import { WaybillField } from '../../components/waybill-field.tsx';

interface PickUpDialogProps {
  trade: Trade;
  parcels: readonly SeenParcel[];
  what: 'confirm' | 'cancel';
  onClosed: () => void;
}

/** A booked pick-up: the number that the courier left, or calling it off. */
export function PickUpDialog({ trade, parcels, what, onClosed }: PickUpDialogProps) {
  const { tid } = trade;
  const booked = parcels.find(({ out_sid }) => out_sid === '');
  const asked = useAsked(
    tid,
    () => getShippingOf(tid),
    () => false,
  );
  const [number, setNumber] = useState('');
  const { busy, fault, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => form.current?.closest('dialog')?.close();
  const go = (): void =>
    send('', async () => {
      await (what === 'confirm' ? confirmPickUp(tid, number) : cancelPickUp(tid));
      const lost = booked?.receiver ? '，新地址没有保存' : '';
      showToast({ text: what === 'confirm' ? '发货成功' : `已取消预约${lost}`, tid });
      close();
    });
  return (
    <Dialog
      heading={what === 'confirm' ? '填写快递员给的运单号' : '取消上门取件'}
      headingId="pick-up-heading"
      data-testid="pick-up-dialog"
      data-tid={tid}
      mayClose={() => !busy}
      onClosed={onClosed}
    >
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <div class="dialog-body">
          {what === 'confirm' ? (
            <p>
              {booked?.company_name}{' '}
              <WaybillField
                testid="pick-up-waybill"
                label="运单号"
                carrier={asked.value?.carriers.find(({ code }) => code === booked?.company_code)}
                value={number}
                disabled={busy}
                onWaybill={setNumber}
              />
            </p>
          ) : (
            <p>
              快递员就不来了，订单回到等待发货。
              {booked?.receiver && '预约时改的收货地址没有保存，会一起作废。'}
            </p>
          )}
          {fault && (
            <p class="dialog-bar bad" role="alert">
              {fault}
            </p>
          )}
        </div>
        <div class="dialog-foot">
          <button type="submit" class="button primary" data-testid="pick-up-save" disabled={busy}>
            {what === 'confirm' ? '确认发货' : '取消预约'}
          </button>
          <button type="button" class="button" disabled={busy} onClick={close}>
            返回
          </button>
        </div>
      </form>
    </Dialog>
  );
}
