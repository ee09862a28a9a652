import type { Order, Refund } from 'fixtures';
import { useState } from 'preact/hooks';
import type { Deal } from '../../client/buyer-client.ts';
import { Choices, Form, FormFoot, NoteRow, Row, Select, Text } from '../../components/form.tsx';
import { PicturesField } from '../../components/pictures/pictures-field.tsx';
import { useSend } from '../../components/use-send.ts';
import { NOTE_LENGTH } from '../../domain/refund/check.ts';
import type { Application } from '../../domain/refund/command.ts';
import { reasonsFor } from '../../domain/refund/reasons.ts';
import { Goods } from './goods.tsx';
import { PasswordRow } from './password-row.tsx';
import type { Receipt } from './receipt-step.tsx';

const TYPES = [
  ['REFUND_AND_RETURN', '退货退款'],
  ['REFUND', '仅退款'],
  ['EXCHANGE', '换货'],
] as const;

interface ApplyFormProps {
  deal: Deal;
  order: Order;
  receipt: Receipt;
  /** URL of the page where the receipt is chosen. */
  receiptHref: string;
  /** The application that is changed. */
  refund?: Refund;
  onSend: (asked: Application) => Promise<void>;
}

/** 申请退款页面: what is wanted, why, how much, with proofs and the password. Source: textbook OP-7 step 3, figure 6-10. */
export function ApplyForm({ deal, order, receipt, receiptHref, refund, onSend }: ApplyFormProps) {
  // What was chosen for goods that came is not for goods that did not.
  const kept = refund?.good_status === receipt ? refund : undefined;
  const most = deal.refundable[order.oid]?.[receipt] ?? order.payment;
  const [type, setType] = useState<string>(receipt === 'BUYER_NOT_RECEIVED' ? 'REFUND' : (kept?.dispute_type ?? ''));
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [fee, setFee] = useState(kept && kept.dispute_type !== 'EXCHANGE' ? kept.refund_fee : most);
  const [desc, setDesc] = useState(refund?.desc ?? '');
  const [pics, setPics] = useState<readonly string[]>([]);
  const [password, setPassword] = useState('');
  const sending = useSend();
  const wanted = type === 'EXCHANGE' ? '换货' : '退款';
  const submit = (): void => {
    const asked = { dispute_type: type, good_status: receipt, reason, refund_fee: type === 'EXCHANGE' ? '0.00' : fee };
    sending.send(faultOf(asked, most, desc, password), async () => {
      setPassword('');
      await onSend({ ...asked, desc: desc.trim(), pics, password });
    });
  };
  return (
    <Form onSend={submit}>
      <Row label="宝贝">
        <Goods order={order} size={40} />
      </Row>
      <Row label="货物状态">
        {receipt === 'BUYER_RECEIVED' ? '已收到货' : '没有收到货'}{' '}
        <a href={receiptHref} data-testid="refund-receipt">
          修改
        </a>
      </Row>
      <Row label="服务类型" required>
        <Choices
          name="dispute-type"
          testid="dispute-type"
          label="服务类型"
          options={receipt === 'BUYER_RECEIVED' ? TYPES : [['REFUND', '仅退款']]}
          value={type}
          onChange={setType}
        />
      </Row>
      <Row label={`${wanted}原因`} required>
        <Select
          label={`${wanted}原因`}
          testid="refund-reason"
          options={reasonsFor(receipt).map((one) => [one, one] as const)}
          value={reason}
          onChange={setReason}
        />
      </Row>
      {type !== 'EXCHANGE' && (
        <Row label="退款金额" required>
          <Text
            label="退款金额（元）"
            testid="refund-fee"
            class="num form-money"
            mode="decimal"
            most={12}
            value={fee}
            onInput={(text) => setFee(text.trim())}
          />{' '}
          元<span class="form-hint">最多 {most} 元</span>
        </Row>
      )}
      <NoteRow label={`${wanted}说明`} value={desc} testid="refund-desc" onInput={setDesc} />
      <Row label="上传凭证">
        <PicturesField label="上传凭证" pictures={pics} onChange={setPics} testid="refund-pics" />
      </Row>
      <PasswordRow value={password} onInput={setPassword} />
      <FormFoot label={refund ? '提交修改' : `申请${wanted}`} testid="refund-submit" {...sending} />
    </Form>
  );
}

/** The first thing that is not filled in rightly; undefined when all is. The shop checks again. */
function faultOf(
  { dispute_type, reason, refund_fee }: Pick<Application, 'dispute_type' | 'reason' | 'refund_fee'>,
  most: string,
  desc: string,
  password: string,
): string | undefined {
  if (dispute_type === '') return '请选服务类型：退货退款、仅退款或换货';
  if (reason === '') return '请选退款原因';
  if (dispute_type !== 'EXCHANGE') {
    if (!/^\d{1,9}(?:\.\d{1,2})?$/.test(refund_fee)) return '退款金额写成元，最多两位小数，例如 199.00';
    if (Number(refund_fee) === 0) return '退款金额要大于 0';
    if (Number(refund_fee) > Number(most)) return `退款金额不能超过 ${most} 元`;
  }
  if ([...desc.trim()].length > NOTE_LENGTH) return `退款说明最多 ${NOTE_LENGTH} 个字`;
  return password === '' ? '请输入支付密码' : undefined;
}
