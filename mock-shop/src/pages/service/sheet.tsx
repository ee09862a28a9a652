import type { TableItem } from 'fixtures';

interface SheetProps {
  items: readonly TableItem[];
  /** The item whose evidence is shown. */
  current: string;
  /** URL of an item's evidence. */
  href: (item: string) => string;
}

/** 评价表 6-1 as the records suggest it. Source: textbook 2.4. */
export function Sheet({ items, current, href }: SheetProps) {
  const sum = (of: (item: TableItem) => number): number => items.reduce((total, item) => total + of(item), 0);
  return (
    <table class="service-sheet" data-testid="sheet">
      <caption>
        评价表 6-1　任务名称：客服常见问题
        <span class="service-sheet-note">
          系统按记录给的建议分；自我评价 20%、小组评价 20%、教师评价 60%，以评价人填的数为准。
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">评价点</th>
          <th scope="col">分值</th>
          <th scope="col">建议分</th>
          <th scope="col">数据</th>
          <th scope="col">怎么算</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, name, max, figure, points, fact, how, evidence }) => (
          <tr key={id} data-testid={`sheet-${id}`} class={id === current ? 'service-sheet-current' : ''}>
            <th scope="row">{name}</th>
            <td class="num">{max}</td>
            <td class="num service-sheet-points">{points.toFixed(1)}</td>
            <td>
              {figure !== null && <strong class="num">{Math.round(figure * 100)}%</strong>} {fact}
            </td>
            <td class="service-sheet-how">{how}</td>
            <td>
              {evidence.length > 0 ? (
                <a
                  href={href(id)}
                  data-testid={`evidence-${id}`}
                  aria-label={`看「${name}」的 ${evidence.length} 条依据`}
                >
                  {evidence.length} 条
                </a>
              ) : (
                <span class="faint">无</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          <td class="num">{sum(({ max }) => max)}</td>
          <td class="num service-sheet-points" data-testid="sheet-total">
            {sum(({ points }) => points).toFixed(1)}
          </td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </table>
  );
}
