import type { Refund } from 'fixtures';
import { useState } from 'preact/hooks';
import type { Deal } from '../../client/buyer-client.ts';
import { Choices, Form, Row } from '../../components/form.tsx';
import { Goods } from './goods.tsx';

export type Receipt = Extract<Refund['good_status'], 'BUYER_NOT_RECEIVED' | 'BUYER_RECEIVED'>;

interface ReceiptStepProps {
  deal: Deal;
  oid: string;
  /** What was said before, when an application is changed. */
  before?: Receipt;
  onNext: (receipt: Receipt) => void;
}

/** 退款页面: have the goods come? Who says yes without them may lose both. Source: textbook OP-7 step 2, figure 6-9. */
export function ReceiptStep({ deal, oid, before, onNext }: ReceiptStepProps) {
  const [receipt, setReceipt] = useState<string>(before ?? '');
  const [fault, setFault] = useState('');
  const order = deal.trade.orders.order.find((one) => one.oid === oid);
  const sent = order?.consign_time !== undefined;
  const signed = deal.parcels.some(
    (one) => one.direction === 'out' && one.oids.includes(oid) && one.status === 'ACCEPTED_BY_RECEIVER',
  );
  return (
    <Form
      onSend={() => {
        if (receipt === 'BUYER_NOT_RECEIVED' || receipt === 'BUYER_RECEIVED') onNext(receipt);
        else setFault('请先选货物状态');
      }}
    >
      {order && (
        <Row label="宝贝">
          <Goods order={order} size={40} />
        </Row>
      )}
      <Row label="货物状态" required>
        <Choices
          name="good-status"
          testid="good-status"
          label="货物状态"
          options={[
            ['BUYER_NOT_RECEIVED', '没有收到货'],
            ['BUYER_RECEIVED', '已收到货', !sent],
          ]}
          value={receipt}
          onChange={(value) => {
            setReceipt(value);
            setFault('');
          }}
        />
        {!sent && <p class="form-hint">卖家还没有发货，只能选「没有收到货」。</p>}
      </Row>
      <div role="alert">
        {receipt === 'BUYER_RECEIVED' && (
          <p class="warning" data-testid="received-warning">
            <strong>没有收到货，绝不能选「已收到货」！</strong>
            选了就等于承认货在您手里，可能钱也退不了、货也拿不到，钱货两空。
            {!signed && '物流现在还没有显示签收，请再核对一次。'}
          </p>
        )}
        {receipt === 'BUYER_NOT_RECEIVED' && (
          <p class="warning mild">没有收到货只能申请仅退款，不用退货。如果包裹已经在您手里，请选「已收到货」。</p>
        )}
      </div>
      <div class="form-foot">
        <p class="form-fault" role="alert" data-testid="form-fault">
          {fault}
        </p>
        <button type="submit" class="button primary big" data-testid="refund-next">
          下一步
        </button>
      </div>
    </Form>
  );
}
