import './batch-progress.css';

/** How far a job over many trades is. `verb`: 正在保存. */
export function BatchProgress({ verb, done, total }: { verb: string; done: number; total: number }) {
  return (
    <div class="batch-progress">
      <progress max={total} value={done} aria-label={verb} />
      <span class="num" aria-live="polite">
        {verb} {done}/{total}
      </span>
    </div>
  );
}
