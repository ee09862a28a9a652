import type { Refund } from 'fixtures';
import { agreeRefund, askPlatform, type RefundFile } from '../../client/refund-client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { AgreeReturn } from './agree-return.tsx';
import { Receive } from './receive.tsx';
import { Refill, SendAnew } from './refill.tsx';
import { Refuse } from './refuse.tsx';

/** What the seller can do about a refund. */
export type Deed = 'agree' | 'refuse' | 'receive' | 'reject' | 'refill' | 'anew' | 'platform';

/** What each dialog needs: the refund as the seller saw it when deciding. */
export interface DeedProps {
  refund: Refund;
  file: RefundFile;
  onClosed: () => void;
}

/** Asks for what a deed needs, and whether it is meant. */
export function DeedDialog({ kind, ...props }: DeedProps & { kind: Deed }) {
  const { refund, onClosed } = props;
  const { refund_id, refund_fee, tid, buyer_nick } = refund;
  switch (kind) {
    case 'agree':
      if (refund.dispute_type !== 'REFUND') return <AgreeReturn {...props} />;
      return (
        <AskDialog
          heading="同意退款"
          text={`同意以后，${refund_fee} 元立即退给买家 ${buyer_nick}，不能撤回。请确认已经和买家谈好，金额也没有错。`}
          label={`同意退款 ${refund_fee} 元`}
          onClosed={onClosed}
          onYes={async () => {
            await agreeRefund(refund);
            showToast({ text: `已退款 ${refund_fee} 元`, tid });
          }}
        />
      );
    case 'refuse':
      return <Refuse {...props} of="application" />;
    case 'reject':
      return <Refuse {...props} of="goods" />;
    case 'receive':
      return <Receive {...props} />;
    case 'refill':
      return <Refill {...props} />;
    case 'anew':
      return <SendAnew {...props} />;
    case 'platform':
      return (
        <AskDialog
          heading="要求淘宝介入"
          text="建议先和买家协商。申请以后由淘宝客服查看双方的留言和凭证；在练习里只登记，不做裁决，也不能收回。"
          label="申请介入"
          onClosed={onClosed}
          onYes={async () => {
            await askPlatform(refund_id);
            showToast({ text: '已申请淘宝介入', tid });
          }}
        />
      );
  }
}
