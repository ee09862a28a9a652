import { useState } from 'preact/hooks';
import { saveFile } from '../../components/files/save-file.ts';
import { Pager } from '../../components/pager.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import type { RosterRow } from '../../domain/training/overview.ts';
import { RosterDialog } from './roster-dialog.tsx';
import { rosterCsv } from './roster-file.ts';

const PAGE_SIZES = [20, 50, 100] as const;

/** The teacher's class: who is in it and how much each has done. */
export function RosterSection({ roster }: { roster: readonly RosterRow[] }) {
  const [importing, setImporting] = useState(false);
  const { path, search, chat, go } = useShopUrl();
  const { page, size } = placeIn(search, roster.length);
  const href = (at: number, each: number): string => withChat(path, `?page=${at}&size=${each}`, chat);
  return (
    <section aria-labelledby="roster-heading">
      <h2 class="part-heading" id="roster-heading">
        班级名单 <span class="faint num">{roster.length} 人</span>
        <span class="part-deeds">
          <button type="button" class="button" data-testid="roster-import" onClick={() => setImporting(true)}>
            导入名单
          </button>
          <button
            type="button"
            class="button"
            data-testid="roster-export"
            onClick={() => saveFile([rosterCsv(roster)], '班级名单.csv', 'text/csv')}
          >
            导出名单
          </button>
        </span>
      </h2>
      <div class="table-scroll">
        <table class="plain-table" data-testid="roster">
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">账号</th>
              <th scope="col">姓名</th>
              <th scope="col">班级</th>
              <th scope="col">小组</th>
              <th scope="col">客服实训</th>
              <th scope="col">订单实训</th>
              <th scope="col">试卷</th>
              <th scope="col">答题</th>
            </tr>
          </thead>
          <tbody>
            {roster.slice((page - 1) * size, page * size).map((row) => (
              <tr key={row.account} data-account={row.account}>
                <td class="num">{row.no}</td>
                <td class="num">{row.account}</td>
                <td>{row.name}</td>
                <td>{row.class || '—'}</td>
                <td>{row.group || '—'}</td>
                <td class="num">{row.service} 轮</td>
                <td class="num">{row.orders} 轮</td>
                <td class="num">{row.papers} 份</td>
                <td class="num">{row.answered} 题</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {roster.length > PAGE_SIZES[0] && (
        <Pager
          page={page}
          size={size}
          total={roster.length}
          sizes={PAGE_SIZES}
          href={(at) => href(at, size)}
          onPage={(at) => go(href(at, size))}
          onSize={(each) => go(href(1, each))}
        />
      )}
      <p class="faint">这里只有这台电脑、这个练习世界里做过的；密码都是练习密码，名单里不用写密码。</p>
      {importing && <RosterDialog before={roster} onClosed={() => setImporting(false)} />}
    </section>
  );
}

/** Which part of the list the URL asks for. */
function placeIn(search: string, total: number): { page: number; size: number } {
  const params = new URLSearchParams(search);
  const size = PAGE_SIZES.find((each) => String(each) === params.get('size')) ?? PAGE_SIZES[0];
  const page = Math.floor(Number(params.get('page') ?? 1)) || 1;
  return { page: Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / size))), size };
}
