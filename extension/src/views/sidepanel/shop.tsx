import { useState } from 'preact/hooks';
import type { SiteAnswer } from './model.ts';
import { text } from './text.ts';

/** No tab with a practice shop is open. */
export function NoShop() {
  return (
    <section class="note calm row spread" data-testid="no-shop">
      <span>
        <strong>{text.shop.none}</strong>
        <br />
        <span class="small">{text.shop.noneWhy}</span>
      </span>
      <a class="button" href={text.shop.home} target="_blank" rel="noopener">
        {text.shop.open}
      </a>
    </section>
  );
}

/** Lets the coach work on a shop that another machine serves: asks for that one address. */
export function Site({ onAllow }: { onAllow: (address: string) => Promise<SiteAnswer> }) {
  const [answer, setAnswer] = useState<SiteAnswer | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setAnswer(await onAllow(String(form.get('address') ?? '').trim()));
  };
  return (
    <details class="small site">
      <summary>{text.site.title}</summary>
      <form class="stack" onSubmit={submit}>
        <p class="soft">{text.site.why}</p>
        <label>
          {text.site.label}
          <input name="address" required maxLength={300} placeholder={text.site.example} autocomplete="off" />
        </label>
        <div>
          <button type="submit">{text.site.allow}</button>
        </div>
        <p role="status">{answer && text.site[answer]}</p>
      </form>
    </details>
  );
}
