/** A person at the shop's page: sees what is drawn, uses mouse or keyboard, knows nothing of the code. */
import { expect, type Locator, type Page } from '@playwright/test';

export const LESSON = 'order-management/flag-remarks';

export class Student {
  readonly page: Page;
  readonly coach: Locator;

  constructor(page: Page) {
    this.page = page;
    this.coach = page.locator('seller-coach');
  }

  part(name: 'ring' | 'card' | 'title' | 'instruction' | 'hint' | 'verdict' | 'progress'): Locator {
    return this.coach.locator(`[part="${name}"]`);
  }

  /** Follows a teacher's link and takes the offer; returns when the lesson runs in its own world. */
  async begin(shop: string, mode: 'demo' | 'guided' | 'practice' | 'exam', seed = 1): Promise<void> {
    await this.accept(`${shop}/?scenario=flag-remarks&seed=${seed}&day=1440#coach=${LESSON}&mode=${mode}`);
    await expect(this.page.locator('tbody[data-tid]').first()).toBeVisible();
  }

  /** Opens a link and takes the lesson that it offers. */
  async accept(link: string): Promise<void> {
    await this.page.goto(link);
    // The offer is in sight until its page is left: the lesson's own card is on the page that comes.
    const world = this.page.waitForEvent('framenavigated', (frame) => frame.url().includes('scenario='));
    await this.coach.getByRole('button', { name: '开始', exact: true }).click();
    await world;
    await expect(this.part('instruction')).toBeVisible();
  }

  /** Looks for one order by its number, as the shop's own filter allows. */
  async find(tid: string): Promise<Locator> {
    await this.page.getByTestId('filter-tid').fill(tid);
    await this.page.getByTestId('search').click();
    const row = this.page.locator(`tbody[data-tid="${tid}"]`);
    await expect(row).toBeVisible();
    await expect(this.page.locator('tbody[data-tid]')).toHaveCount(1);
    return row;
  }

  /** Opens the remark dialog of an order. */
  async openRemark(tid: string): Promise<void> {
    const row = await this.find(tid);
    await row.getByTestId('flag').click();
    await expect(this.page.getByTestId('memo-dialog')).toBeVisible();
  }

  async chooseFlag(flag: string): Promise<void> {
    await this.page.locator(`[data-testid="memo-flag"] input[value="${flag}"]`).click({ force: true });
  }

  /** Types into the remark and leaves the field. */
  async write(memo: string): Promise<void> {
    await this.page.getByTestId('memo-text').fill(memo);
    await this.page.keyboard.press('Tab');
  }

  async save(): Promise<void> {
    await this.page.getByTestId('memo-save').click();
    await expect(this.page.getByTestId('memo-dialog')).toBeHidden();
  }

  async cancel(): Promise<void> {
    await this.page.getByTestId('memo-cancel').click();
    const discard = this.page.getByRole('button', { name: /放弃|不保存/ });
    if (await discard.isVisible()) await discard.click();
    await expect(this.page.getByTestId('memo-dialog')).toBeHidden();
  }

  /** A whole remark, from looking for the order to saving. */
  async remark(tid: string, flag: string, memo: string): Promise<void> {
    await this.openRemark(tid);
    await this.chooseFlag(flag);
    await this.write(memo);
    await this.save();
  }

  /** The middle of the ring once it rests, or null while there is none, as between two pages. */
  async ring(): Promise<{ x: number; y: number } | null> {
    const seen = this.part('ring').evaluateAll(([ring]) => {
      const box = ring?.getBoundingClientRect();
      if (
        !ring ||
        !box ||
        box.width === 0 ||
        !ring.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      )
        return null;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    return seen.catch(() => null);
  }

  /** Uses what is there with mouse and keyboard: clicks it, writes the text into it, or takes the option of that name. */
  async use({ x, y }: { x: number; y: number }, text: string | null): Promise<void> {
    const { keyboard, mouse } = this.page;
    const { tag, steps } = await this.page.evaluate(
      ([left, top, wanted]) => {
        const at = document.elementFromPoint(left, top);
        const select = at?.closest('select');
        select?.focus();
        const options = [...(select?.options ?? [])].filter((one) => !one.disabled);
        const place = options.findIndex((one) => one.label === wanted);
        const from = options.findIndex((one) => one.selected);
        return { tag: at?.localName ?? '', steps: place < 0 ? null : place - from };
      },
      [x, y, text] as const,
    );
    if (tag === 'select') {
      if (steps === null) throw new Error(`no option ${text}`);
      // The open list tells the page of the choice alone, not of what the arrows pass.
      await keyboard.press('Alt+ArrowDown');
      for (let n = 0; n < Math.abs(steps); n++) await keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      await keyboard.press('Enter');
      return;
    }
    await mouse.click(x, y);
    if (text === null) return;
    await keyboard.press('Control+A');
    await keyboard.insertText(text);
    const talks = await this.page
      .getByTestId('chat-input')
      .evaluateAll((all) => all.includes(document.activeElement as HTMLElement));
    await keyboard.press(talks ? 'Enter' : 'Tab');
  }

  /**
   * Does what the coach says until the lesson ends: clicks or types where the ring is, follows 带我去,
   * waits for the buyer where it says so. `act` is how this person uses a control.
   */
  async follow(
    act: (at: { x: number; y: number }, text: string | null) => Promise<void>,
    press: (button: Locator) => Promise<void>,
  ): Promise<void> {
    const ended = this.coach.getByRole('button', { name: '查看报告' });
    for (let n = 0; n < 200; n++) {
      const before = await this.state();
      if (await ended.isVisible()) return;
      const lost = this.coach.getByRole('button', { name: /^(带我去|滚动到那里)$/ });
      const at = await this.ring();
      if (at) {
        const [instruction] = await this.part('instruction').allTextContents();
        if (instruction === undefined) continue;
        const [, example, named] = /例如：([\s\S]+)$|[选填]“([^”]+)”。$/.exec(instruction.trim()) ?? [];
        await act(at, example ?? named ?? null);
      } else if (await lost.isVisible()) await press(lost);
      // A step is over when the card says something else; the buyer may take half a minute.
      await expect.poll(() => this.state(), { timeout: 45_000, intervals: [50, 100, 200] }).not.toBe(before);
    }
    throw new Error('the lesson did not end');
  }

  /** All that tells one moment of the lesson from the next; while the browser goes to another page there is nothing to see. */
  private async state(): Promise<string> {
    const seen = this.coach.evaluateAll(([host]) => {
      const root = host?.shadowRoot;
      const text = (part: string) => root?.querySelector(`[part="${part}"]`)?.textContent ?? '';
      const ring = root?.querySelector('[part="ring"]')?.getBoundingClientRect();
      const shown = ring && ring.width > 0 ? `${Math.round(ring.x)},${Math.round(ring.y)}` : '';
      return [
        text('title'),
        text('instruction'),
        text('progress'),
        root?.querySelector('.lost') ? 'lost' : '',
        shown,
      ].join('|');
    });
    return seen.catch(() => 'between two pages');
  }
}

/** All action events of the log, read as an extension page may read them. */
export async function storedEvents(extensionPage: Page): Promise<
  {
    attempt: string;
    seq: number;
    id: string;
    kind: string;
    data: { world?: string };
    prev: string;
    hash: string;
  }[]
> {
  return extensionPage.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('seller-coach');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction('events').objectStore('events').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            db.close();
            resolve(all.result);
          };
        };
      }),
  );
}
