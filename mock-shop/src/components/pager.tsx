import { useLayoutEffect, useState } from 'preact/hooks';
import './pager.css';

interface PagerProps {
  page: number;
  size: number;
  total: number;
  sizes: readonly number[];
  /** URL of a page, for links that can be opened elsewhere. */
  href: (page: number) => string;
  onPage: (page: number) => void;
  onSize: (size: number) => void;
}

/** Page numbers to show around the current one; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, 2, page - 2, page - 1, page, page + 1, page + 2, pages - 1, pages];
  const shown = [...new Set(near.filter((n) => n >= 1 && n <= pages))].sort((a, b) => a - b);
  return shown.flatMap((n, at) => {
    const gap = n - (shown[at - 1] ?? 0);
    if (gap === 2) return [n - 1, n];
    return gap > 2 ? [0, n] : [n];
  });
}

/** The pager below the list: every way to another page. */
export function Pager({ page, size, total, sizes, href, onPage, onSize }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / size));
  const [jump, setJump] = useState('');
  // Not later than it is drawn: by then somebody may be typing.
  useLayoutEffect(() => setJump(''), [page]);
  const go = (): void => {
    const wanted = Number(jump);
    if (jump !== '' && Number.isInteger(wanted)) onPage(Math.min(Math.max(wanted, 1), pages));
  };
  return (
    <nav class="pager" aria-label="分页">
      <span class="pager-total">共 {total} 条</span>
      <label class="pager-size">
        每页
        <select
          class="field"
          data-testid="pager-size"
          value={size}
          onChange={(event) => onSize(Number(event.currentTarget.value))}
        >
          {sizes.map((each) => (
            <option key={each} value={each}>
              {each} 条
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button"
        data-testid="pager-prev"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        上一页
      </button>
      {pageNumbers(page, pages).map((n, at) =>
        n === 0 ? (
          <span key={`gap-${at < 3 ? 'left' : 'right'}`} class="pager-gap">
            …
          </span>
        ) : (
          <a
            key={n}
            class="pager-number num"
            href={href(n)}
            aria-label={`第 ${n} 页`}
            aria-current={n === page ? 'page' : undefined}
          >
            {n}
          </a>
        ),
      )}
      <button
        type="button"
        class="button"
        data-testid="pager-next"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        下一页
      </button>
      <form
        class="pager-jump"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <label>
          到第
          <input
            class="field num"
            data-testid="pager-jump"
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={6}
            value={jump}
            onInput={(event) => setJump(event.currentTarget.value.trim())}
          />
          页
        </label>
        <button type="submit" class="button" data-testid="pager-go">
          跳转
        </button>
      </form>
    </nav>
  );
}

/** The small pager above the list. */
export function TopPager({ page, size, total, onPage }: Pick<PagerProps, 'page' | 'size' | 'total' | 'onPage'>) {
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <nav class="pager pager-top" aria-label="分页（上方）">
      <span class="num">
        {page}/{pages}
      </span>
      <button
        type="button"
        class="button"
        data-testid="pager-top-prev"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        上一页
      </button>
      <button
        type="button"
        class="button"
        data-testid="pager-top-next"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        下一页
      </button>
    </nav>
  );
}
