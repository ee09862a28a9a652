import type { StepView } from '../../src/core/ports.ts';
import { type CoachedPage, expect, stepOn, test } from './harness.ts';

type Play = NonNullable<StepView['play']>;

/** Shows a step and waits until the demo has done it: it says so with one action, as the log gets it. */
async function played(coached: CoachedPage, testid: string, play: Play): Promise<void> {
  const before = (await coached.actions()).length;
  await coached.view({
    mode: 'demo',
    fields: ['note'],
    step: { ...stepOn({ testid }), id: testid + play.input, play },
  });
  await expect.poll(async () => (await coached.actions()).length).toBe(before + 1);
}

test('every kind of control is used as a person would, with events the page believes and the log tells apart', async ({
  coached,
}) => {
  const { page } = coached;
  await coached.open(`
    <div style="height:1400px"></div>
    <select data-testid="list"><option value="a">甲<option value="b">乙</select>
    <label><input type="checkbox" data-testid="box">同意</label>
    <input type="date" data-testid="day">
    <input data-testid="note" maxlength="4" value="旧">
    <input type="email" data-testid="mail">
    <div contenteditable data-testid="rich" style="min-width:9em;min-height:2em">旧文</div>
    <form><input data-testid="line" value="单号"></form>
    <button data-testid="icon" type="button"><svg width="20" height="20"><rect width="20" height="20"/></svg></button>
    <a href="#there" data-testid="link">去</a>
    <dialog id="d"><button data-testid="inside" type="button">好</button></dialog>
    <script>
      window.told = [];
      for (const kind of ['input', 'change', 'submit', 'click', 'keydown'])
        addEventListener(kind, (event) => {
          if (kind === 'submit') event.preventDefault();
          if (kind !== 'keydown' || event.key === 'Enter')
            told.push(kind + ' ' + (event.target.dataset?.testid ?? event.target.localName));
        });
    </script>`);
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told.splice(0));
  await page.evaluate(() => {
    window.harness.stored.demo = { attempt: '', speed: 'fast', going: null, went: '' };
  });

  await played(coached, 'list', { action: 'choose', input: 'b' });
  await expect(page.getByTestId('list')).toHaveValue('b');
  await expect(page.getByTestId('list')).toBeInViewport();
  await expect.poll(told).toEqual(['click list', 'input list', 'change list']);

  await played(coached, 'box', { action: 'choose', input: 'on' });
  await expect(page.getByTestId('box')).toBeChecked();
  expect((await told()).filter((one) => one === 'change box')).toHaveLength(1);
  await played(coached, 'box', { action: 'choose', input: '' });
  await expect(page.getByTestId('box')).not.toBeChecked();

  await played(coached, 'day', { action: 'fill', input: '2026-11-22' });
  await expect(page.getByTestId('day')).toHaveValue('2026-11-22');
  // What the field does not take, nobody can type.
  await played(coached, 'note', { action: 'fill', input: '一二三四五' });
  await expect(page.getByTestId('note')).toHaveValue('一二三四');
  await played(coached, 'mail', { action: 'fill', input: 'a@b.cn' });
  await expect(page.getByTestId('mail')).toHaveValue('a@b.cn');
  await played(coached, 'rich', { action: 'fill', input: '新文' });
  await expect(page.getByTestId('rich')).toHaveText('新文');

  await told();
  await played(coached, 'line', { action: 'submit' });
  await expect.poll(told).toEqual(['click line', 'keydown line', 'submit form']);
  await played(coached, 'icon', { action: 'click' });
  // The pointer is on the picture in the button, as a hand would be.
  await expect.poll(told).toEqual(['click rect']);
  await played(coached, 'link', { action: 'click' });
  await expect(page).toHaveURL(/#there$/);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#d')?.showModal());
  await told();
  await played(coached, 'inside', { action: 'press', input: 'Enter' });
  await expect.poll(told).toEqual(['keydown inside', 'click inside']);

  const actions = await coached.actions();
  expect(actions.filter(({ played: by, action }) => by !== true && action !== 'open')).toEqual([]);
  // Only the text that the lesson asks for is logged.
  expect(actions.filter(({ action }) => action === 'fill').map(({ input }) => input)).toEqual([
    undefined,
    '一二三四',
    undefined,
    undefined,
  ]);
});

test('in no other mode does the player do anything, and nothing is logged as played', async ({ coached }) => {
  await coached.open('<button data-testid="go" type="button" onclick="this.textContent=\'点过\'">去</button>');
  const step = { ...stepOn({ testid: 'go' }), play: { action: 'click' as const } };
  for (const mode of ['guided', 'practice', 'exam'] as const) await coached.view({ mode, step });
  await coached.page.waitForTimeout(1500);
  await expect(coached.page.getByTestId('go')).toHaveText('去');
  expect(await coached.page.evaluate(() => window.harness.sent.filter(({ type }) => type === 'demo'))).toEqual([]);
  await coached.view({ mode: 'demo', step });
  await expect(coached.page.getByTestId('go')).toHaveText('点过');
});
