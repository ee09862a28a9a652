import type { TableItem } from 'fixtures';
import { ColumnHeads } from '../../components/column-heads.tsx';

interface SheetProps {
  table: readonly TableItem[];
  /** The item whose orders are on show. */
  item: string;
  href: (id: string) => string;
}

/** 评价表 6-2 as the records suggest it: each item's figure, how it comes about, and the orders it rests on. */
export function Sheet({ table, item, href }: SheetProps) {
  const sum = (of: (one: TableItem) => number): string =>
    String(Math.round(table.reduce((all, one) => all + of(one), 0) * 10) / 10);
  return (
    <div class="desk-scroll">
      <table class="desk-table desk-sheet" data-testid="sheet">
        <caption>评价表 6-2　任务编号 6-2　订单管理</caption>
        <thead>
          <ColumnHeads names={['评价点', '分值', '记录里的数', '占比', '怎么算', '建议分', '依据']} />
        </thead>
        <tbody>
          {table.map(({ id, name, max, fact, figure, how, points, evidence }) => (
            <tr key={id} data-testid={`sheet-${id}`} class={id === item ? 'chosen' : ''}>
              <th scope="row">{name}</th>
              <td class="num desk-right">{max}</td>
              <td>{fact}</td>
              <td class="num desk-right">{figure === null ? '—' : `${Math.round(figure * 100)}%`}</td>
              <td class="faint">{how}</td>
              <td class="num desk-right">
                <strong data-testid={`sheet-points-${id}`}>{points}</strong>
              </td>
              <td class="nowrap">
                <a href={href(id)} data-testid={`sheet-orders-${id}`} aria-current={id === item ? 'true' : undefined}>
                  {evidence.length > 0 ? `${evidence.length} 条记录` : '没有记录'}
                  <span class="hidden-name">：{name}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td class="num desk-right">{sum(({ max }) => max)}</td>
            <td colSpan={3} class="faint">
              系统按记录给的建议分；最后以评价人填的为准（自我评价 20%、小组评价 20%、教师评价 60%）。
            </td>
            <td class="num desk-right">
              <strong data-testid="sheet-total">{sum(({ points }) => points)}</strong>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
