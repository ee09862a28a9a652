import type { Refund } from 'fixtures';
import { useLayoutEffect, useState } from 'preact/hooks';
import { getRefundFile, type RefundFile } from '../../client/refund-client.ts';
import { Negotiation } from '../../components/negotiation.tsx';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { MemoDialog } from '../../components/remark/memo-dialog.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { MemoBlock } from '../trade/trade-facts.tsx';
import { type Deed, DeedDialog } from './deed-dialog.tsx';
import { RefundFacts } from './refund-facts.tsx';
import { RefundNote } from './refund-note.tsx';
import { RefundState } from './refund-state.tsx';
import { readQuery, writeQuery } from './refunds-query.ts';
import '../trade/trade.css';
import './refunds.css';

/** A refund's page starts from nothing for every other refund. */
export function RefundRoute({ params }: { params: { refund: string } }) {
  return <RefundPage key={params.refund} id={params.refund} />;
}

/** 退款详情: what is asked, what there is to know about it, and the answers. Source: textbook OP-7, figures 6-11 and 6-12. */
function RefundPage({ id }: { id: string }) {
  const { search, chat } = useShopUrl();
  const asked = useAsked(
    id,
    () => getRefundFile(id),
    ({ type }) => /^(?:refund|trade|parcel|address)\./.test(type),
  );
  useLayoutEffect(() => {
    document.title = '退款详情 - 练习店铺 · 卖家中心';
  }, []);
  const back = new URLSearchParams(search).get('back') ?? '';
  const list = withChat('/refunds', writeQuery(readQuery(back).query), chat);
  const unknown = asked.subCode === 'isv.refund-not-exist';
  return (
    <main class="page trade-page refund-page" id="content">
      <p class="crumbs">
        <a href={list} data-testid="back">
          ‹ 返回退款管理
        </a>
      </p>
      <h1 class="page-title">退款详情</h1>
      {!asked.value && !asked.fault && <p class="faint">正在读取退款…</p>}
      {asked.fault && !unknown && <ErrorBar text={asked.fault} onRetry={asked.reload} />}
      {unknown && (
        <Empty text={`店里没有编号为 ${id.slice(0, 40)} 的退款。`}>
          请核对退款编号，或 <a href={list}>回到退款列表</a> 查找。
        </Empty>
      )}
      {asked.value && !unknown && <Detail file={asked.value} />}
    </main>
  );
}

function Detail({ file }: { file: RefundFile }) {
  const { path, search } = useShopUrl();
  const [deed, setDeed] = useState<{ kind: Deed; refund: Refund } | null>(null);
  const [remarking, setRemarking] = useState(false);
  const { refund, trade } = file;
  const { refund_id, buyer_nick } = refund;
  const open = refund.status !== 'SUCCESS' && refund.status !== 'CLOSED';
  return (
    <article data-refund-id={refund_id} data-tid={refund.tid} data-buyer-nick={buyer_nick}>
      {/* What a dialog answers is the refund as it was when the dialog was opened. */}
      <RefundState file={file} onDeed={(kind) => setDeed({ kind, refund })} />
      <MemoBlock trade={trade} onEdit={() => setRemarking(true)} />
      <RefundFacts file={file} chatHref={withChat(path, search, buyer_nick)} />
      <div class="refund-talk">
        <Negotiation messages={refund.messages} own={2} />
        {open && <RefundNote refund={refund} />}
      </div>
      {deed && <DeedDialog kind={deed.kind} refund={deed.refund} file={file} onClosed={() => setDeed(null)} />}
      {remarking && <MemoDialog trade={trade} onClosed={() => setRemarking(false)} />}
    </article>
  );
}
