interface PagerProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** The paging bar of textbook 4.1: `第1页，共1页，每页20条 首页 上一页 下一页 尾页` and every page in a drop-down. */
export function DeskPager({ page, pages, onPage }: PagerProps) {
  const button = (label: string, to: number, testid: string, off: boolean) => (
    <button type="button" class="button" data-testid={testid} disabled={off} onClick={() => onPage(to)}>
      {label}
    </button>
  );
  return (
    <nav class="desk-pager" aria-label="分页">
      <span class="num" data-testid="desk-pages">
        第{page}页，共{pages}页，每页20条
      </span>
      {button('首页', 1, 'desk-first', page <= 1)}
      {button('上一页', page - 1, 'desk-prev', page <= 1)}
      {button('下一页', page + 1, 'desk-next', page >= pages)}
      {button('尾页', pages, 'desk-last', page >= pages)}
      <select
        class="field"
        aria-label="页码"
        data-testid="desk-page"
        value={page}
        onChange={(event) => onPage(Number(event.currentTarget.value))}
      >
        {Array.from({ length: pages }, (_, i) => (
          <option key={i + 1} value={i + 1}>
            {i + 1}
          </option>
        ))}
      </select>
    </nav>
  );
}
