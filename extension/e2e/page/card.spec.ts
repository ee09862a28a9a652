import AxeBuilder from '@axe-core/playwright';
import { type CoachedPage, expect, stepOn, test, viewOf } from './harness.ts';

const card = (coached: CoachedPage) => coached.page.locator('[part=card]');
const button = (coached: CoachedPage, name: string | RegExp) => card(coached).getByRole('button', { name });
const sent = (coached: CoachedPage) =>
  coached.page.evaluate(() => window.harness.sent.map(({ type }) => type).filter((type) => type !== 'wake'));

async function corner(coached: CoachedPage): Promise<string> {
  const box = await card(coached).boundingBox();
  if (!box) return 'nowhere';
  return `${box.y < 100 ? 'top' : 'bottom'} ${box.x < 100 ? 'left' : 'right'}`;
}

test('an offer from the link is taken with one button', async ({ coached }) => {
  await coached.open('<p>店铺</p>', { at: 'sold?seed=3#coach=order-management/flag-remarks&mode=practice' });
  const [hello] = await coached.page.evaluate(() => window.harness.sent);
  expect(hello).toEqual({
    type: 'hello',
    url: 'http://coach.test/sold?seed=3#coach=order-management/flag-remarks&mode=practice',
    coach: { pack: 'order-management', lesson: 'flag-remarks', mode: 'practice' },
  });
  const offer = { pack: 'order-management', lesson: 'flag-remarks', title: '插旗备注', goal: '插对旗', minutes: 15 };
  await coached.say({ type: 'offer', offer: { ...offer, mode: 'practice' } });
  await expect(card(coached)).toContainText('练习 · 约 15 分钟');
  await button(coached, '开始').click();
  await expect(button(coached, '正在准备…')).toBeDisabled();
  expect(await sent(coached)).toEqual(['hello', 'start']);
  await coached.say({ type: 'navigate', path: '/?scenario=flag-remarks&seed=3' });
  await coached.page.waitForURL('**/?scenario=flag-remarks&seed=3');
});

test('an offer that was put off does not come again on a new line', async ({ coached }) => {
  await coached.open('<p>店铺</p>', { at: '#coach=order-management/flag-remarks&mode=guided' });
  const offer = { pack: 'order-management', lesson: 'flag-remarks', title: '插旗备注', goal: '插对旗', minutes: 15 };
  await coached.say({ type: 'offer', offer: { ...offer, mode: 'guided' } });
  await button(coached, '以后再说').click();
  await expect(coached.page.locator('seller-coach')).toHaveCount(0);
  await coached.page.evaluate(() => window.harness.reconnect());
  const hellos = await coached.page.evaluate(() => window.harness.sent.filter(({ type }) => type === 'hello'));
  expect(hellos.map((hello) => 'coach' in hello)).toEqual([true, false]);
});

test('nobody can send the page to another site', async ({ coached }) => {
  await coached.open('<p>店铺</p>');
  for (const path of ['https://example.com/', '//example.com/x', 'javascript:document.title="x"']) {
    await coached.say({ type: 'navigate', path });
  }
  await coached.page.waitForTimeout(100);
  expect([coached.page.url(), await coached.page.title()]).toEqual(['http://coach.test/', '试页']);
});

test('hints wait for the reading gate', async ({ coached }) => {
  await coached.open('<p>店铺</p>');
  await coached.view({ hints: { step: 's', shown: [{ level: 1, text: '想想目标' }], next: { level: 2, inMs: 1500 } } });
  await expect(button(coached, /提示 ② · 2 秒/)).toBeDisabled();
  await button(coached, '提示 ②').click();
  expect(await sent(coached)).toEqual(['hello', 'hint']);
  await expect(card(coached).locator('[part=hint]')).toContainText('想想目标');
});

test('handing in asks first and says what is left', async ({ coached }) => {
  await coached.open('<p>店铺</p>');
  const items = [{ text: '尾号 8821', done: true }, { text: '尾号 8822' }];
  await coached.view({ mode: 'practice', task: { text: '插旗', items } });
  await button(coached, '交卷').click();
  await expect(card(coached)).toContainText('还有 1 项没有完成');
  await button(coached, '再想想').click();
  expect(await sent(coached)).toEqual(['hello']);
  await button(coached, '交卷').click();
  await button(coached, '确定').click();
  expect(await sent(coached)).toEqual(['hello', 'finish']);
});

test('in an exam: task and clock, no tick, no hint, no verdict', async ({ coached }) => {
  await coached.open('<p>店铺</p>');
  const task = { text: '插旗', items: [{ text: '尾号 8821' }] };
  await coached.view({ mode: 'exam', task, clock: { elapsed: 0, limit: 1_200_000, asOf: Date.now() } });
  await expect(card(coached)).toContainText(/剩余 (19:5\d|20:00)/);
  for (const none of ['.tick', '[part=hint]', '[part=verdict]'])
    await expect(card(coached).locator(none)).toHaveCount(0);
  await expect(coached.page.locator('[part=ring]')).toBeHidden();
});

test('the end: score, code, report; put away it stays away', async ({ coached }) => {
  await coached.open('<p>店铺</p>');
  const ended = { reason: 'completed' as const, score: 92, max: 100, report: '', code: 'K7Q4-2MXD' };
  await coached.view({ ended });
  await expect(card(coached)).toContainText('92 / 100 分');
  await expect(card(coached)).toContainText('K7Q4-2MXD');
  await button(coached, '查看报告').click();
  expect(await sent(coached)).toEqual(['hello', 'report']);
  await button(coached, '关闭').click();
  await coached.view({ ended });
  await expect(card(coached)).toHaveCount(0);
});

test('is dragged by its head, docked by keys, remembered, and given back', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button>');
  const { page } = coached;
  await coached.view({ mode: 'practice' });
  expect(await corner(coached)).toBe('bottom left');
  const head = await card(coached).locator('[part=title]').boundingBox();
  if (!head) throw new Error('no head');
  await page.mouse.move(head.x + 5, head.y + 5);
  await page.mouse.down();
  await page.mouse.move(700, 300, { steps: 5 });
  await page.mouse.move(1360, 20, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => corner(coached)).toBe('top right');
  await button(coached, /移动卡片/).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => corner(coached)).toBe('bottom right');
  await button(coached, '收起').click();
  expect(await page.evaluate(() => window.harness.stored.card)).toEqual({ dock: { fx: 1, fy: 1 }, collapsed: true });
  await button(coached, /展开/).click();
  await button(coached, /移动卡片/).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => corner(coached)).toBe('bottom left');
});

test('never takes the focus from the field, is reached by Tab, and leaves the field its keys', async ({ coached }) => {
  await coached.open(
    `<textarea data-testid="t"></textarea><script>window.keys = []; addEventListener('keydown', (e) => window.keys.push(e.key));</script>`,
  );
  const { page } = coached;
  await page.getByTestId('t').focus();
  await coached.view({ step: stepOn({ testid: 't' }), hints: { step: 's', shown: [], next: { level: 1, inMs: 0 } } });
  await button(coached, '提示 ①').click();
  await button(coached, '收起').click();
  await button(coached, /展开/).click();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('textarea');
  for (const key of ['Escape', 'ArrowUp', 'a']) await page.keyboard.press(key);
  expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual(['Escape', 'ArrowUp', 'a']);
  await page.keyboard.press('Tab');
  await expect(button(coached, /移动卡片/)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(button(coached, /展开/)).toBeVisible();
  expect((await coached.told()).filter((told) => told.startsWith('click'))).toEqual([]);
});

test('hides neither the control nor the field in use nor the dialog', async ({ coached }) => {
  await coached.open(`<dialog style="margin-left:240px;width:420px"><textarea data-testid="t" style="width:380px;height:120px"></textarea><button data-testid="save">保存</button></dialog>
    <aside style="position:fixed;right:0;top:0;width:300px;height:100%">聊天</aside><script>document.querySelector('dialog').showModal()</script>`);
  await coached.page.getByTestId('t').focus();
  await coached.view({ step: stepOn({ testid: 'save' }) });
  await expect.poll(() => coached.offBy('[data-testid=save]')).toBeLessThanOrEqual(1);
  const overlap = await coached.page.evaluate(() => {
    const own = document
      .querySelector('seller-coach')
      ?.shadowRoot?.querySelector('[part=card]')
      ?.getBoundingClientRect();
    if (!own) return ['no card'];
    return ['textarea', '[data-testid=save]', 'dialog', 'aside'].filter((selector) => {
      const box = (document.querySelector(selector) as Element).getBoundingClientRect();
      return own.left < box.right && own.right > box.left && own.top < box.bottom && own.bottom > box.top;
    });
  });
  expect(overlap).toEqual([]);
});

test('says politely what is new', async ({ coached }) => {
  await coached.open('<p>店铺</p>');
  const live = coached.page.locator('seller-coach [aria-live=polite]');
  await coached.view({ step: stepOn({ testid: 'x' }) });
  await expect(live).toHaveText('点尾号 8821 这笔订单右端的 旗子。');
  await coached.view({
    step: stepOn({ testid: 'x' }),
    verdict: { kind: 'correct', event: 'e', text: '旗色选对了', reasons: [] },
  });
  await expect(live).toHaveText('对了。旗色选对了');
});

test('the page does not see what is done in the card', async ({ coached }) => {
  await coached.open(
    `<script>window.seen = 0; for (const type of ['click', 'mousedown', 'pointerdown', 'keydown']) document.addEventListener(type, () => { window.seen += 1; });</script>`,
  );
  await coached.view({ step: { ...stepOn({ testid: 'x' }), why: '因为同事先看旗色' } });
  await button(coached, '我不懂为什么').click();
  await expect(card(coached)).toContainText('因为同事先看旗色');
  await button(coached, '明白了').press('Enter');
  await expect(card(coached)).not.toContainText('因为同事先看旗色');
  expect(await coached.page.evaluate(() => (window as unknown as { seen: number }).seen)).toBe(0);
});

test('after an update it says so once, marks nothing, and the page works on', async ({ coached }) => {
  await coached.open('<button data-testid="a" onclick="document.title = 1">甲</button>');
  await coached.view({ step: stepOn({ testid: 'a' }) });
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
  await coached.page.evaluate(() => window.harness.die());
  await expect(card(coached)).toContainText('陪练已更新，请刷新页面继续，记录都在');
  await expect(coached.page.locator('[part=ring]')).toBeHidden();
  await coached.page.getByTestId('a').click();
  await expect(coached.page).toHaveTitle('1');
  expect(await coached.told()).toEqual([]);
});

test('shop records go to the log by their numbers, odd ones and floods do not', async ({ coached }) => {
  await coached.open('<p>店铺</p>');
  await coached.view();
  const ids = await coached.page.evaluate(() => {
    const publish = (detail: unknown) => document.dispatchEvent(new CustomEvent('shop:record', { detail }));
    const text = (seq: number) =>
      JSON.stringify({ seq, world: 'w:1:1', at: '', wall: 1, actor: 'seller', type: 'a.b', subject: 's', data: {} });
    for (const odd of ['{', 5, null, '[]', `"${'x'.repeat(70000)}"`]) publish(odd);
    for (let seq = 1; seq <= 3000; seq++) publish(text(seq));
    const entries = window.harness.sent.flatMap((message) => (message.type === 'events' ? message.entries : []));
    return entries.map(({ id, body }) => (body.kind === 'record' ? id : body.kind));
  });
  expect(ids.slice(0, 2)).toEqual(['w:1:1#1', 'w:1:1#2']);
  expect(ids.filter((id) => id === 'notice')).toHaveLength(1);
  expect(ids.length).toBeGreaterThan(1900);
  expect(ids.length).toBeLessThan(2600);
});

test('asks the shop again until it answers', async ({ coached }) => {
  await coached.open(`<script>window.asked = []; setTimeout(() => document.addEventListener('shop:replay', (e) => {
    window.asked.push(e.detail);
    document.dispatchEvent(new CustomEvent('shop:record', { detail: JSON.stringify({ seq: 4, world: 'w:1:1', type: 'a.b', subject: 's', data: {} }) }));
  }), 500);</script>`);
  await coached.view();
  await coached.say({ type: 'replay', from: 4 });
  const asked = () => coached.page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  await expect.poll(asked).toEqual(['{"from":4}']);
  await coached.page.waitForTimeout(3500);
  expect(await asked()).toEqual(['{"from":4}']);
});

test('what is not in the log stays in the outbox, in order', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button>');
  await coached.view();
  await coached.page.getByTestId('a').dblclick();
  const waiting = () =>
    coached.page.evaluate(() => Object.keys(window.harness.stored).filter((key) => key.startsWith('outbox:')));
  expect(await waiting()).toHaveLength(2);
  const [first, second] = await coached.page.evaluate(() =>
    window.harness.sent.flatMap((m) => (m.type === 'events' ? m.entries : [])),
  );
  expect(first && second && first.wall < second.wall).toBe(true);
  await coached.say({ type: 'ack', ids: [first?.id ?? ''] });
  expect(await waiting()).toEqual([`outbox:${second?.id}`]);
});

for (const [name, change] of Object.entries({
  guided: {
    step: stepOn({ testid: 'none' }),
    hints: { step: 's', shown: [{ level: 1 as const, text: '想想目标' }], next: { level: 2 as const, inMs: 60_000 } },
    verdict: {
      kind: 'slip' as const,
      event: 'e',
      text: '备注没有写日期',
      reasons: [{ clause: 'c', text: '末尾写日期' }],
    },
  },
  practice: {
    mode: 'practice' as const,
    task: { text: '插旗', items: [{ text: '尾号 8821', done: true }, { text: '尾号 8822' }] },
  },
  ended: { ended: { reason: 'submitted' as const, score: 60, max: 100, report: '', code: 'ABCD' } },
})) {
  test(`axe finds nothing serious on the card: ${name}`, async ({ coached }) => {
    await coached.open('<main><h1>店铺</h1></main>');
    await coached.say({ type: 'view', view: viewOf(change) });
    await expect(card(coached)).toBeVisible();
    await coached.page.waitForTimeout(800);
    const { violations } = await new AxeBuilder({ page: coached.page }).include('seller-coach').analyze();
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ).toEqual([]);
  });
}
