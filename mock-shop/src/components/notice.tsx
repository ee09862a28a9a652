import type { ComponentChildren } from 'preact';
import './notice.css';

/** A bar that says what went wrong, with a way to try again. */
export function ErrorBar({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <div class="error-bar" role="alert">
      <span class="error-mark" aria-hidden="true">
        !
      </span>
      <span>{text}</span>
      <button type="button" class="button" data-testid="retry" onClick={onRetry}>
        重试
      </button>
    </div>
  );
}

/** A sentence where there is nothing, and below it what to do. */
export function Empty({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
        <path d="M8 20L18 6h28l10 14v20a3 3 0 0 1-3 3H11a3 3 0 0 1-3-3z" fill="#f5f5f5" stroke="#d0d0d0" />
        <path d="M8 20h14c1 0 1 6 5 6h10c4 0 4-6 5-6h14" fill="none" stroke="#d0d0d0" />
      </svg>
      <p>{text}</p>
      {children && <p class="empty-do">{children}</p>}
    </div>
  );
}
