import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { getDeskOrder, type OpenedOrder, sendDeskOrder, voidDeskOrder } from '../../client/desk-client.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { useSend } from '../../components/use-send.ts';
import { STATUS_NAME } from '../../domain/training/desk/desk-order.ts';
import { typeName } from './desk-table.tsx';
import type { Outcome } from './outcome-dialog.tsx';

interface WindowProps {
  id: string;
  /** It was sent or voided; the window may go. */
  onDone: (what: Outcome, opened: OpenedOrder) => void;
  onClosed: () => void;
}

/** 订单发货: everything of the order, the carrier to choose, and what to do with it. Source: textbook 4.3 (figure 6-16). */
export function OrderWindow({ id, onDone, onClosed }: WindowProps) {
  const asked = useAsked(
    id,
    () => getDeskOrder(id),
    ({ type, subject }) => subject === id || /^(?:shift|desk-order)\./.test(type),
  );
  return (
    <Dialog
      heading="订单发货"
      headingId="desk-window-heading"
      class="wide"
      data-testid="desk-window"
      data-order-id={id}
      onClosed={onClosed}
    >
      {asked.fault && (
        <div class="dialog-body">
          <ErrorBar text={asked.fault} onRetry={asked.reload} />
        </div>
      )}
      {asked.value ? (
        <Opened opened={asked.value} onDone={onDone} />
      ) : (
        !asked.fault && <p class="dialog-body faint">正在读取…</p>
      )}
    </Dialog>
  );
}

function Opened({ opened, onDone }: { opened: OpenedOrder; onDone: WindowProps['onDone'] }) {
  const { order, choices, funds, max_days, over } = opened;
  const [code, setCode] = useState('');
  const [asking, setAsking] = useState(false);
  const { busy, fault, send } = useSend();
  const foot = useRef<HTMLDivElement>(null);
  const chosen = choices.find((one) => one.code === code);
  const open = order.status === 'placed' && !over;
  const close = (): void => foot.current?.closest('dialog')?.close();
  return (
    <>
      <div class="dialog-body">
        <p class="desk-window-funds" data-testid="desk-window-funds">
          店铺可用资金：<span class="num">{funds}</span>元
        </p>
        <dl class="desk-fields">
          <Field name="订单编号">{order.order_id}</Field>
          <Field name="订单商品">{order.title}</Field>
          <Field name="商品数量">{order.num}</Field>
          <Field name="收货人">{order.consignee}</Field>
          <Field name="送货地区">{order.region}</Field>
          <Field name="送货地址">{order.address}</Field>
          <Field name="邮政编码">{order.zip}</Field>
          <Field name="联系电话">{order.phone}</Field>
          <Field name="订单单价">¥ {order.price}</Field>
          <Field name="订单类型">{typeName(order.type)}</Field>
          <div>
            <dt>
              <label for="desk-carrier">物流公司</label>
            </dt>
            <dd>
              {open ? (
                <select
                  id="desk-carrier"
                  class="field"
                  data-testid="desk-carrier"
                  value={code}
                  onChange={(event) => setCode(event.currentTarget.value)}
                >
                  <option value="">请选择物流公司</option>
                  {choices.map((one) => (
                    <option key={one.code} value={one.code} disabled={one.fee === ''}>
                      {one.name}
                      {one.fee === '' ? '（不送该地区）' : `　¥ ${one.fee} / ${one.days} 天`}
                    </option>
                  ))}
                </select>
              ) : (
                (choices.find((one) => one.code === order.carrier)?.name ?? '—')
              )}
            </dd>
          </div>
          <div>
            <dt>费用/天数</dt>
            <dd class="num" data-testid="desk-fee">
              {chosen ? `¥ ${chosen.fee} /${chosen.days}天` : '—'}
            </dd>
          </div>
        </dl>
        <p class="faint desk-promise">本店承诺 {max_days} 天以内送到；物流费按件计算，发货时从可用资金里扣。</p>
        {!open && (
          <p class="dialog-bar" data-testid="desk-window-over">
            {over ? '这一轮已经结束' : `这张订单已经在「${STATUS_NAME[order.status]}」里`}，只能查看。
          </p>
        )}
        <p class="form-fault" role="alert" data-testid="form-fault">
          {fault}
        </p>
      </div>
      <div class="dialog-foot" ref={foot}>
        {open ? (
          <>
            <button
              type="button"
              class="button primary"
              data-testid="desk-send"
              aria-disabled={busy}
              onClick={() =>
                send(code === '' ? '请选择物流公司' : undefined, async () => {
                  const after = await sendDeskOrder(order.order_id, code);
                  onDone(after.order.status === 'sent' ? 'sent' : 'invalid', after);
                })
              }
            >
              {busy ? '正在提交…' : '订单发货'}
            </button>
            <button
              type="button"
              class="button"
              data-testid="desk-void"
              aria-disabled={busy}
              onClick={() => busy || setAsking(true)}
            >
              订单作废
            </button>
          </>
        ) : (
          <button type="button" class="button" data-testid="desk-window-close" onClick={close}>
            关闭
          </button>
        )}
      </div>
      {asking && (
        <FormDialog
          name="desk-void-dialog"
          heading="确认作废"
          label="确定"
          onClosed={() => setAsking(false)}
          onYes={async () => onDone('voided', await voidDeskOrder(order.order_id))}
        >
          <p>确定要作废订单 {order.order_id} 吗？作废以后不能恢复。</p>
        </FormDialog>
      )}
    </>
  );
}

/** Empty text is told apart from text that is not there yet. */
function Field({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children === '' ? <span class="faint">（空）</span> : children}</dd>
    </div>
  );
}
