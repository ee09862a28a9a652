import { useEffect, useRef, useState } from 'preact/hooks';
import { EXPORT_PAGE, getExport } from '../../client/trade-client.ts';
import { world } from '../../client/world.ts';
import { BatchProgress } from '../batch-progress.tsx';
import { saveFile } from '../files/save-file.ts';
import { FormDialog } from '../form-dialog.tsx';
import { hidesReceivers } from '../receiver/shown-receiver.tsx';
import { showToast } from '../toast.tsx';
import { csvHead, csvLines } from './trades-csv.ts';

interface ExportDialogProps {
  /** The list's parameters; its page and size do not matter. */
  params: Record<string, string>;
  /** How many trades the list has, as far as the screen knows. */
  total: number;
  filtered: boolean;
  onClosed: () => void;
}

/** 导出订单: all pages of what the filters show, as a file that Excel opens. */
export function ExportDialog({ params, total, filtered, onClosed }: ExportDialogProps) {
  const [done, setDone] = useState<{ trades: number; of: number } | null>(null);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  // Until it is known whether the shop hides receivers, a file shows none.
  const hidden = hidesReceivers() !== false;
  const run = async (): Promise<void> => {
    const parts = [csvHead()];
    // A trade that comes in meanwhile moves the others on by one: none twice.
    const seen = new Set<string>();
    let of = total;
    try {
      for (let page = 1; !gone.current; page += 1) {
        setDone({ trades: seen.size, of });
        const answer = await getExport(params, page);
        of = answer.total;
        const fresh = answer.trades.filter(({ tid }) => !seen.has(tid));
        for (const { tid } of fresh) seen.add(tid);
        parts.push(csvLines(fresh, hidden));
        if (answer.trades.length < EXPORT_PAGE) break;
      }
    } finally {
      setDone(null);
    }
    if (gone.current) return;
    saveFile(parts, `订单-${(world.peek()?.now ?? '').slice(0, 10)}.csv`, 'text/csv');
    showToast({ text: `已导出 ${seen.size} 笔订单` });
  };
  return (
    <FormDialog
      name="export"
      heading="导出订单"
      label="导出"
      missing={total === 0 ? '没有可以导出的订单' : undefined}
      onClosed={onClosed}
      onYes={run}
    >
      <p>
        将导出{filtered ? '符合当前筛选条件的' : '当前分类下的'} <strong class="num">{total}</strong>{' '}
        笔订单（所有页），每笔一行，存成 Excel 能打开的 CSV 文件。
      </p>
      <p class="faint">
        {hidden
          ? '本店隐藏收货信息：文件里的姓名、电话和地址只露出一部分。'
          : '文件里有买家的姓名、电话和地址，用完请妥善保管。'}
      </p>
      {done && <BatchProgress verb="正在导出" done={done.trades} total={done.of} />}
    </FormDialog>
  );
}
