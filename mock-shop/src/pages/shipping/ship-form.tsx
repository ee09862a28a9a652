import type { Receiver } from 'fixtures';
import { useState } from 'preact/hooks';
import { type Shipping, ship } from '../../client/ship-client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useLeaveGuard } from '../../components/leave-guard.ts';
import { MemoDialog } from '../../components/remark/memo-dialog.tsx';
import { useShopUrl } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import { useSend } from '../../components/use-send.ts';
import { isSame } from '../../domain/ship/address.ts';
import { receiverOf, sendable } from '../../domain/ship/parcel.ts';
import { ReceiverDialog, ReceiverStep } from './receiver-step.tsx';
import { SenderStep } from './sender-step.tsx';
import { readShipUrl, withWay } from './ship-query.ts';
import { WayStep } from './way-step.tsx';

/** The three steps of shipping one order, and 确认发货. A new address lives here alone until a shipment comes about. */
export function ShipForm({ shipping }: { shipping: Shipping }) {
  const { trade, parcels, carriers, addresses } = shipping;
  const { path, search, go } = useShopUrl();
  const url = readShipUrl(search);
  const open = sendable(trade, parcels);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(url.oids.length > 0 ? open.map(({ oid }) => oid).filter((oid) => !url.oids.includes(oid)) : []),
  );
  const [receiver, setReceiver] = useState<Receiver | null>(null);
  const [sender, setSender] = useState(() => (addresses.find((one) => one.send_def) ?? addresses[0])?.contact_id ?? '');
  const [cancel, setCancel] = useState(
    () => (addresses.find((one) => one.cancel_def) ?? addresses[0])?.contact_id ?? '',
  );
  const [code, setCode] = useState('');
  const [waybill, setWaybill] = useState('');
  const [dialog, setDialog] = useState<'receiver' | 'memo' | null>(url.address ? 'receiver' : null);
  const { busy, fault, send } = useSend();
  const leaving = useLeaveGuard(receiver !== null);

  const chosen = open.map(({ oid }) => oid).filter((oid) => !left.has(oid));
  const to = receiver ?? receiverOf(trade);
  const { way } = url;

  const submit = (): void =>
    send(problem(), async () => {
      await ship({
        tid: trade.tid,
        way,
        ...(chosen.length < open.length && { oids: chosen }),
        ...(way !== 'dummy' && { company_code: code }),
        ...(way === 'offline' && { out_sid: waybill }),
        ...(receiver && { receiver }),
        ...(sender && { sender_id: sender }),
        ...(cancel && { cancel_id: cancel }),
      });
      const kept = receiver && way !== 'online' ? '，新地址已保存' : '';
      showToast({ text: way === 'online' ? '预约成功，等快递员上门取件' : `发货成功${kept}`, tid: trade.tid });
      setReceiver(null);
      setWaybill('');
      setLeft(new Set());
    });
  const problem = (): string => {
    if (chosen.length === 0) return '请至少勾选一件要发的宝贝';
    if (way !== 'dummy' && code === '') return '请选择物流公司';
    return way === 'offline' && waybill.trim() === '' ? '请填写运单号码' : '';
  };

  return (
    <form
      class="ship-form"
      aria-label="发货"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ReceiverStep
        trade={trade}
        open={open}
        chosen={new Set(chosen)}
        receiver={to}
        changed={receiver !== null}
        disabled={busy}
        onChoose={(oid, on) =>
          setLeft((before) => new Set(on ? [...before].filter((one) => one !== oid) : [...before, oid]))
        }
        onEdit={() => setDialog('receiver')}
        onUndo={() => setReceiver(null)}
        onMemo={() => setDialog('memo')}
      />
      <SenderStep {...{ addresses, sender, cancel }} disabled={busy} onSender={setSender} onCancel={setCancel} />
      <WayStep
        way={way}
        wayHref={(next) => path + withWay(search, next)}
        carriers={carriers}
        state={to.receiver_state}
        code={code}
        waybill={waybill}
        disabled={busy}
        onCarrier={setCode}
        onWaybill={setWaybill}
      />
      {fault && (
        <p class="dialog-bar bad" role="alert" data-testid="ship-fault">
          {fault}
        </p>
      )}
      <p class="ship-foot">
        <button type="submit" class="button primary" data-testid="ship-confirm" disabled={busy}>
          {busy ? '正在提交…' : way === 'online' ? '预约上门取件' : '确认发货'}
        </button>
        <span class="faint">
          这次发 {chosen.length} 件{receiver && '，发往新地址'}
        </span>
      </p>
      {dialog === 'receiver' && (
        <ReceiverDialog
          receiver={to}
          onReceiver={(next) => setReceiver(isSame(trade, next) ? null : next)}
          onClosed={() => {
            setDialog(null);
            // A reload need not ask again.
            if (url.address) go(path + withWay(search, way), true);
          }}
        />
      )}
      {dialog === 'memo' && <MemoDialog trade={trade} onClosed={() => setDialog(null)} />}
      {leaving && (
        <Dialog
          key={leaving.time}
          heading="新地址还没有保存"
          headingId="leave-heading"
          data-testid="leave-dialog"
          onClosed={leaving.stay}
        >
          <div class="dialog-body">
            <p>改过的收货地址要发货成功才保存。现在离开，新地址就作废了。</p>
          </div>
          <div class="dialog-foot">
            <button
              type="button"
              class="button primary"
              data-testid="leave-stay"
              onClick={(event) => event.currentTarget.closest('dialog')?.close()}
            >
              留下继续发货
            </button>
            <button type="button" class="button" data-testid="leave-discard" onClick={leaving.leave}>
              离开，不保存
            </button>
          </div>
        </Dialog>
      )}
    </form>
  );
}
