import type { ComponentChildren } from 'preact';

/** How something came out, in large letters, and where to go from here. */
export function Result({
  good = true,
  text,
  children,
}: {
  good?: boolean;
  text: string;
  children?: ComponentChildren;
}) {
  return (
    <section class={good ? 'result' : 'result bad'} data-testid="buyer-result" role="status">
      <span class="result-mark" aria-hidden="true">
        {good ? '✓' : '!'}
      </span>
      <div>
        <p class="result-text">{text}</p>
        {children}
      </div>
    </section>
  );
}
