import type { Trade } from 'fixtures';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { BatchDialog } from '../../components/remark/batch-dialog.tsx';
import { withChat } from '../../components/shop-url.ts';
import { showToast } from '../../components/toast.tsx';
import type { BatchAct } from './batch-bar.tsx';
import { apiParams, filterCount, type SoldQuery } from './sold-query.ts';

interface Around {
  query: SoldQuery;
  total: number;
  chosen: readonly Trade[];
  /** The open conversation, which stays open on another page. */
  chat: string | null;
  go: (url: string) => void;
  /** These need not stay selected. */
  deselect: (tids: string[]) => void;
  /** The list is 订单价格修改: only unpaid trades. */
  prices: boolean;
}

/** What can be done with many trades: the buttons, and the dialog that one of them has opened. */
export function useBatch(around: Around): { acts: BatchAct[]; dialog: ComponentChild } {
  const { chosen, chat, go, deselect, prices } = around;
  const [dialog, setDialog] = useState<ComponentChild>(null);
  const onClosed = (): void => setDialog(null);
  const some = (what: string): boolean => {
    if (chosen.length === 0) showToast({ text: `请先勾选要${what}的订单`, bad: true });
    return chosen.length > 0;
  };
  const memo = (): void => {
    if (some('标记')) setDialog(<BatchDialog trades={chosen} onSaved={deselect} onClosed={onClosed} />);
  };
  const ship = (): void => {
    const waiting = chosen.filter(({ status }) => ['WAIT_SELLER_SEND_GOODS', 'SELLER_CONSIGNED_PART'].includes(status));
    if (waiting.length === 0) showToast({ text: '请先勾选等待发货的订单', bad: true });
    else go(withChat('/shipping/batch', `?tids=${waiting.map(({ tid }) => tid).join(',')}`, chat));
  };
  const lazily = (open: () => Promise<ComponentChild>) => (): void => {
    open().then(setDialog, () => showToast({ text: '没有打开，请检查网络后再点一次', bad: true }));
  };
  const free = (): void => {
    if (!some('免运费')) return;
    lazily(async () => {
      const { FreePostDialog } = await import('../../components/deal/free-post-dialog.tsx');
      return <FreePostDialog trades={chosen} onDone={deselect} onClosed={onClosed} />;
    })();
  };
  const save = lazily(async () => {
    const { ExportDialog } = await import('../../components/export/export-dialog.tsx');
    const { query, total } = around;
    return (
      <ExportDialog params={apiParams(query)} total={total} filtered={filterCount(query) > 0} onClosed={onClosed} />
    );
  });
  const acts = [
    ...(prices ? [] : [{ testid: 'batch-ship', label: '批量发货', run: ship }]),
    { testid: 'batch-memo', label: '批量标记', run: memo },
    { testid: 'batch-free-post', label: '批量免运费', run: free },
    ...(prices ? [] : [{ testid: 'export-open', label: '导出订单', run: save }]),
  ];
  return { acts, dialog };
}
