import type { Order, Receiver, Trade } from 'fixtures';
import { useState } from 'preact/hooks';
import { Dialog } from '../../components/dialog.tsx';
import { Flag } from '../../components/flag.tsx';
import { FLAG_LABEL, REFUND_LABEL, skuParts } from '../../components/labels.ts';
import { Picture } from '../../components/picture.tsx';
import { ReceiverFields, receiverProblem } from '../../components/receiver/receiver-fields.tsx';
import { phoneText, placeText } from '../../components/receiver/receiver-text.ts';
import { RevealButton, shownReceiver } from '../../components/receiver/shown-receiver.tsx';

interface ReceiverStepProps {
  trade: Trade;
  /** Orders that can go now. */
  open: readonly Order[];
  chosen: ReadonlySet<string>;
  /** Where it is to go now. */
  receiver: Receiver;
  /** The seller has put in another address for this shipment. */
  changed: boolean;
  disabled: boolean;
  onChoose: (oid: string, on: boolean) => void;
  onEdit: () => void;
  onUndo: () => void;
  onMemo: () => void;
}

/** 第一步 确认收货信息及交易详情. */
export function ReceiverStep(props: ReceiverStepProps) {
  const { trade, open, chosen, receiver, changed, disabled, onChoose, onEdit, onUndo, onMemo } = props;
  // What was just typed is no secret.
  const to = changed ? receiver : shownReceiver(trade.tid, receiver);
  return (
    <section class="ship-step" aria-labelledby="step-1">
      <h2 id="step-1">
        <span class="step-number">第一步</span> 确认收货信息及交易详情
      </h2>
      <table class="ship-goods">
        <caption class="hidden-name">这次发货的宝贝</caption>
        <tbody>
          {trade.orders.order.map((order) => {
            const ready = open.includes(order);
            return (
              <tr key={order.oid} data-oid={order.oid}>
                <td class="ship-pick">
                  <input
                    type="checkbox"
                    data-testid="ship-order"
                    aria-label={`发这件：${order.title}`}
                    checked={ready && chosen.has(order.oid)}
                    disabled={!ready || disabled}
                    onChange={(event) => onChoose(order.oid, event.currentTarget.checked)}
                  />
                </td>
                <td>
                  <div class="goods">
                    <Picture path={order.pic_path} size={44} />
                    <div class="goods-text">
                      {order.title}
                      <span class="faint goods-code">
                        {skuParts(order.sku_properties_name).join(' ')}
                        {order.outer_sku_id && ` · 商家编码：${order.outer_sku_id}`}
                      </span>
                    </div>
                  </div>
                </td>
                <td class="num">×{order.num}</td>
                <td class="sum num">{order.payment} 元</td>
                <td>
                  {!ready && <span class="faint">{order.invoice_no ? '已发货' : '这次不能发'}</span>}
                  {REFUND_LABEL[order.refund_status] && (
                    <em class="ship-refund">{REFUND_LABEL[order.refund_status]}</em>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl class="ship-facts">
        <div>
          <dt>买家留言</dt>
          <dd>{trade.buyer_message || <span class="faint">没有</span>}</dd>
        </div>
        <div class={trade.seller_flag === 2 ? 'ship-warned' : ''}>
          <dt>我的备注</dt>
          <dd data-testid="ship-memo">
            <Flag flag={trade.seller_flag} /> {trade.seller_flag !== 0 && `${FLAG_LABEL[trade.seller_flag]} `}
            {trade.seller_memo || <span class="faint">没有写内容</span>}{' '}
            <button type="button" class="link" data-testid="flag" aria-haspopup="dialog" onClick={onMemo}>
              修改备注
            </button>
            {trade.seller_flag === 2 && <em class="ship-read">发货前请先看清备注，确定现在就发吗？</em>}
          </dd>
        </div>
        <div>
          <dt>买家收货信息</dt>
          <dd data-testid="ship-receiver">
            {placeText(to)}，<span class="num">{to.receiver_zip}</span>，{to.receiver_name}，
            <span class="num">{phoneText(to)}</span> {!changed && <RevealButton tid={trade.tid} />}{' '}
            {changed && (
              <span class="receiver-kept" data-testid="address-unsaved">
                发货成功后才保存
              </span>
            )}{' '}
            <button
              type="button"
              class="link"
              data-testid="change-receiver"
              aria-haspopup="dialog"
              disabled={disabled}
              onClick={onEdit}
            >
              修改买家收货信息
            </button>{' '}
            {changed && (
              <button type="button" class="link" data-testid="undo-receiver" disabled={disabled} onClick={onUndo}>
                恢复原地址
              </button>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

interface ReceiverDialogProps {
  receiver: Receiver;
  onReceiver: (receiver: Receiver) => void;
  onClosed: () => void;
}

/** 修改买家收货信息 for this shipment alone: nothing is saved by 确定. Source: textbook OP-4. */
export function ReceiverDialog({ receiver, onReceiver, onClosed }: ReceiverDialogProps) {
  const [draft, setDraft] = useState(receiver);
  const [fault, setFault] = useState('');
  return (
    <Dialog heading="修改买家收货信息" headingId="receiver-heading" data-testid="receiver-dialog" onClosed={onClosed}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const problem = receiverProblem(draft);
          setFault(problem);
          if (problem) return;
          onReceiver(draft);
          event.currentTarget.closest('dialog')?.close();
        }}
      >
        <div class="dialog-body">
          <p class="dialog-bar">只改这次发货的地址；发货成功后才保存，没有发成就不保存。</p>
          <ReceiverFields
            prefix="receiver"
            value={draft}
            onReceiver={(next) => {
              setDraft(next);
              setFault('');
            }}
          />
          {fault && (
            <p class="dialog-bar bad" role="alert">
              {fault}
            </p>
          )}
        </div>
        <div class="dialog-foot">
          <button type="submit" class="button primary" data-testid="receiver-use">
            确定
          </button>
          <button type="button" class="button" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
            取消
          </button>
        </div>
      </form>
    </Dialog>
  );
}
