import { expect, test } from './harness.ts';

test('a click on the icon in a button is a click on the button in its row', async ({ coached }) => {
  await coached.open(
    '<table><tbody data-tid="88" data-buyer-nick="小猫"><tr data-oid="9"><td><button data-testid="flag"><svg width="20" height="20"><circle r="9" cx="10" cy="10"></circle></svg> 备注</button></td></tr></tbody></table>',
  );
  await coached.view();
  await coached.page.locator('circle').click();
  expect(await coached.actions()).toEqual([
    {
      action: 'click',
      selection: {
        testid: 'flag',
        within: [],
        role: 'button',
        name: '备注',
        row: { tid: '88', oid: '9', buyerNick: '小猫' },
        tag: 'button',
      },
    },
  ]);
});

test('a page that stops propagation does not blind the coach', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button>', {
    head: `<script>for (const type of ['pointerdown', 'mousedown', 'click']) addEventListener(type, (e) => e.stopImmediatePropagation(), true);</script>`,
  });
  await coached.view();
  await coached.page.getByTestId('a').click();
  expect(await coached.told()).toEqual(['click a']);
});

for (const moment of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
  test(`a button re-rendered at ${moment} is clicked once`, async ({ coached }) => {
    await coached.open(`<div id="list"><button data-testid="a" data-tid="1">甲</button></div>
      <script>addEventListener('${moment}', () => { const b = document.querySelector('button'); b.replaceWith(b.cloneNode(true)); });</script>`);
    await coached.view();
    await coached.page.getByTestId('a').click();
    await expect.poll(() => coached.told()).toEqual(['click a']);
    const [action] = await coached.actions();
    expect(action?.selection.row).toEqual({ tid: '1' });
  });
}

test('a button that renames itself on the way counts as what was pressed', async ({ coached }) => {
  await coached.open(`<button id="b">保存</button>
    <script>addEventListener('pointerdown', () => { document.querySelector('button').textContent = '保存中'; });</script>`);
  await coached.view();
  await coached.page.locator('#b').click();
  expect(await coached.told()).toEqual(['click 保存']);
});

test('a press dragged to elsewhere is no click on what was pressed', async ({ coached }) => {
  await coached.open(
    '<button data-testid="a">甲</button><div style="height:300px"></div><button data-testid="b">乙</button>',
  );
  await coached.view();
  await coached.page.getByTestId('a').hover();
  await coached.page.mouse.down();
  await coached.page.getByTestId('b').hover();
  await coached.page.mouse.up();
  expect(await coached.told()).toEqual([]);
});

test('Enter and Space on a button count like the mouse', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button>');
  await coached.view();
  await coached.page.getByTestId('a').click();
  await coached.page.keyboard.press('Enter');
  await coached.page.keyboard.press('Space');
  const actions = await coached.actions();
  expect(actions).toHaveLength(3);
  expect(new Set(actions.map((action) => JSON.stringify(action))).size).toBe(1);
});

test('what a script does is no action of a person', async ({ coached }) => {
  await coached.open(`<button data-testid="a">甲</button><input type="radio" value="1" data-testid="r"><label data-testid="l"><input type="checkbox" value="2">红</label>
    <input type="checkbox" data-testid="c"><form onsubmit="return false" data-testid="f"><input data-testid="t"></form><select data-testid="s"><option>1<option>2</select>`);
  await coached.view({ fields: ['t'] });
  await coached.page.evaluate(() => {
    const get = <T extends HTMLElement>(id: string) => document.querySelector<T>(`[data-testid=${id}]`) as T;
    for (const id of ['a', 'r', 'l', 'c']) get(id).click();
    get('a').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    get<HTMLInputElement>('t').value = 'x';
    for (const type of ['input', 'change']) get('t').dispatchEvent(new Event(type, { bubbles: true }));
    get<HTMLSelectElement>('s').value = '2';
    get('s').dispatchEvent(new Event('change', { bubbles: true }));
    get<HTMLFormElement>('f').requestSubmit();
  });
  await coached.page.waitForTimeout(50);
  expect(await coached.told()).toEqual([]);
});

test('radio, checkbox and select are one choice each, by mouse, label and keyboard', async ({ coached }) => {
  await coached.open(`<fieldset data-testid="flag"><label><input type="radio" name="f" value="1">红旗</label>
    <label><input type="radio" name="f" value="2">黄旗</label></fieldset>
    <input type="checkbox" data-testid="c" value="row"><select data-testid="s"><option value="a">甲<option value="b">乙</select>`);
  await coached.view();
  const { page } = coached;
  await page.getByText('红旗').click();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: '黄旗' }).click();
  await page.getByTestId('c').click();
  await page.getByTestId('c').press('Space');
  await page.getByTestId('s').focus();
  await page.keyboard.press('ArrowDown');
  const actions = await coached.actions();
  expect(actions.map(({ action, selection, input }) => [action, selection.option, input, selection.within[0]])).toEqual(
    [
      ['choose', '1', '1', 'flag'],
      ['choose', '2', '2', 'flag'],
      ['choose', '2', '2', 'flag'],
      ['choose', 'row', 'row', undefined],
      ['choose', 'row', '', undefined],
      ['choose', 'b', 'b', undefined],
    ],
  );
});

test('arrows on the way to a radio choose nothing; where they stop does', async ({ coached }) => {
  await coached.open(
    `<fieldset data-testid="flag">${[0, 1, 2, 3].map((n) => `<label><input type="radio" name="f" value="${n}">${n}</label>`).join('')}</fieldset><button>保存</button>`,
  );
  await coached.view();
  const { page } = coached;
  await page.getByRole('radio', { name: '0' }).focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
  expect(await coached.actions()).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: '保存' }).click();
  expect((await coached.actions()).map(({ action, input }) => [action, input])).toEqual([
    ['choose', '3'],
    ['choose', '2'],
    ['choose', '1'],
    ['click', undefined],
  ]);
});

test('text is told before the click that follows, also when the page keeps the focus', async ({ coached }) => {
  await coached.open(
    `<textarea data-testid="memo"></textarea><button data-testid="save" onmousedown="event.preventDefault()">保存</button>`,
  );
  await coached.view({ fields: ['memo'] });
  await coached.page.getByTestId('memo').pressSequentially('送数据线');
  await coached.page.getByTestId('save').click();
  await coached.page.getByTestId('save').click();
  await coached.page.getByTestId('memo').blur();
  expect(await coached.told()).toEqual(['fill memo 送数据线', 'click save', 'click save']);
});

test('text is told on blur once, and not when it is back to what it was', async ({ coached }) => {
  await coached.open('<input data-testid="a" value="一"><input data-testid="b">');
  await coached.view({ fields: ['a', 'b'] });
  const { page } = coached;
  await page.getByTestId('a').fill('二');
  await page.getByTestId('b').click();
  await page.getByTestId('a').press('End');
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await page.getByTestId('b').click();
  expect(await coached.told()).toEqual(['fill a 二']);
});

test('Enter that the page takes for "send" tells the text; Enter for a new line does not', async ({ coached }) => {
  await coached.open(`<textarea data-testid="chat"></textarea><textarea data-testid="memo"></textarea>
    <script>document.querySelector('[data-testid=chat]').addEventListener('keydown', (e) => { if (e.key === 'Enter') { e.preventDefault(); e.target.value = ''; } });</script>`);
  await coached.view({ fields: ['chat', 'memo'] });
  const { page } = coached;
  for (let i = 0; i < 2; i++) {
    await page.getByTestId('chat').pressSequentially('好的');
    await page.keyboard.press('Enter');
  }
  await page.getByTestId('memo').pressSequentially('一');
  await page.keyboard.press('Enter');
  await page.keyboard.type('二');
  await expect.poll(() => coached.told()).toEqual(['fill chat 好的', 'fill chat 好的']);
  await page.keyboard.press('Control+Enter');
  expect(await coached.told()).toEqual(['fill chat 好的', 'fill chat 好的', 'fill memo 一\n二']);
});

/** A page that is too slow for timers: those without a wait never come before the next key or click. */
const SLOW = '<script>{ const set = setTimeout; window.setTimeout = (run, ms) => (ms ? set(run, ms) : 0); }</script>';

test('on a slow page the next input finds out what became of the last one', async ({ coached }) => {
  await coached.open(
    `<textarea data-testid="chat"></textarea><textarea data-testid="memo"></textarea><div><button data-testid="a">甲</button></div><button data-testid="b">乙</button>
    <script>document.querySelector('textarea').addEventListener('keydown', (e) => { if (e.key === 'Enter') { e.preventDefault(); e.target.value = ''; if (e.shiftKey) e.target.blur(); } });
    addEventListener('mousedown', (e) => { if (e.target.dataset.testid === 'a') e.target.replaceWith(e.target.cloneNode(true)); });</script>`,
    { head: SLOW },
  );
  await coached.view({ fields: ['chat', 'memo'] });
  const { page } = coached;
  const chat = page.getByTestId('chat');
  for (const text of ['好的', '马上发']) {
    await chat.pressSequentially(text);
    await chat.press('Enter');
  }
  await page.getByTestId('memo').focus();
  await chat.pressSequentially('再见');
  await chat.press('Shift+Enter');
  await page.getByTestId('memo').focus();
  // The emoji panel and the context menu write without a key.
  await page.keyboard.insertText('谢谢');
  await page.getByTestId('a').click();
  await page.getByTestId('a').click();
  await page.getByTestId('b').click();
  expect(await coached.told()).toEqual([
    'fill chat 好的',
    'fill chat 马上发',
    'fill chat 再见',
    'fill memo 谢谢',
    'click a',
    'click a',
    'click b',
  ]);
});

test('an input method is let finish', async ({ coached }) => {
  await coached.open(
    '<textarea data-testid="memo"></textarea><button data-testid="save" onmousedown="event.preventDefault()">保存</button>',
  );
  await coached.view({ fields: ['memo'] });
  const { page } = coached;
  await page.getByTestId('memo').focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'song', selectionStart: 4, selectionEnd: 4 });
  await page.keyboard.press('Shift');
  expect(await coached.told()).toEqual([]);
  await cdp.send('Input.insertText', { text: '送' });
  await page.getByTestId('save').click();
  expect(await coached.told()).toEqual(['fill memo 送', 'click save']);
});

test('only text that the lesson asks for is logged, and never a secret', async ({ coached }) => {
  await coached.open(
    '<input data-testid="a"><input data-testid="b"><input type="password" data-testid="p"><button data-testid="go">去</button>',
  );
  await coached.view({ fields: ['b', 'p'] });
  for (const id of ['a', 'b', 'p']) await coached.page.getByTestId(id).pressSequentially('口令');
  await coached.page.getByTestId('go').click();
  expect(await coached.told()).toEqual(['fill a', 'fill b 口令', 'fill p', 'click go']);
  const stored = await coached.page.evaluate(() => JSON.stringify(window.harness.stored));
  expect(stored.split('口令')).toHaveLength(2);
});

test('Enter in a form without a button is a submit; with one it is that click', async ({ coached }) => {
  await coached.open(`<form onsubmit="return false"><input aria-label="甲"></form>
    <form onsubmit="return false"><input aria-label="乙"><button data-testid="find">搜索</button></form>`);
  await coached.view();
  await coached.page.getByLabel('甲').press('Enter');
  await coached.page.getByLabel('乙').press('Enter');
  expect((await coached.actions()).map(({ action, selection }) => [action, selection.tag])).toEqual([
    ['submit', 'form'],
    ['click', 'button'],
  ]);
});

test('Enter counts also where the letter of the key comes after the key, as from a real keyboard', async ({
  coached,
}) => {
  await coached.open('<form onsubmit="return false"><input aria-label="甲"></form>');
  await coached.view();
  const { page } = coached;
  await page.getByLabel('甲').focus();
  const cdp = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await page.evaluate(() => new Promise((later) => setTimeout(later)));
  await cdp.send('Input.dispatchKeyEvent', { type: 'char', text: '\r', ...enter });
  expect((await coached.actions()).map(({ action, selection }) => [action, selection.tag])).toEqual([
    ['submit', 'form'],
  ]);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a button that is re-rendered under the finger is clicked once', async ({ coached }) => {
    await coached.open(`<button data-testid="a">甲</button><button data-testid="b">乙</button>
      <script>addEventListener('pointerdown', () => { const b = document.querySelector('button'); b.replaceWith(b.cloneNode(true)); });</script>`);
    await coached.view();
    await coached.page.getByTestId('a').tap();
    await coached.page.getByTestId('b').tap();
    await coached.page.getByTestId('b').click();
    await expect.poll(() => coached.told()).toEqual(['click a', 'click b', 'click b']);
  });
});

test('keys are logged only where a lesson asks for them', async ({ coached }) => {
  await coached.open('<input data-testid="a">');
  await coached.view({ keys: ['Escape'] });
  await coached.page.getByTestId('a').press('Escape');
  await coached.page.getByTestId('a').press('F2');
  expect(await coached.told()).toEqual(['press a Escape']);
});

test('a new address is an action, whoever changed it', async ({ coached }) => {
  await coached.open('<a href="#x">锚</a>');
  await coached.view();
  await coached.page.evaluate(() => {
    history.pushState(null, '', '/sold?tab=waitSend#frag');
    history.replaceState(null, '', '/sold?tab=waitSend');
  });
  await expect
    .poll(async () => (await coached.actions()).map(({ action, input }) => [action, input]))
    .toEqual([['open', '/sold?tab=waitSend']]);
});

test('a guarded click never reaches the page, is logged as held, and is right in its own row', async ({ coached }) => {
  await coached.open(`<div data-tid="1"><button data-testid="close">关闭</button></div><div data-tid="2"><button data-testid="close">关闭</button></div>
    <script>window.seen = []; for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) document.addEventListener(type, (e) => window.seen.push(type));</script>`);
  await coached.view({
    guards: [{ target: { testid: 'close' }, unless: [{ tid: '2' }], message: '这一步会**关闭交易**，确定吗？' }],
  });
  const { page } = coached;
  const [wrong, right] = await page.getByTestId('close').all();
  await wrong?.click();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  await expect(page.locator('[part=verdict]')).toContainText('这一步会关闭交易，确定吗？');
  await page.getByRole('button', { name: '我知道了' }).click();
  await expect(page.locator('[part=verdict]')).toHaveCount(0);
  await right?.click();
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'pointerdown',
    'mousedown',
    'mouseup',
    'click',
  ]);
  expect(await coached.told()).toEqual(['click close held', 'click close held', 'click close']);
});

test('nothing is recorded where no lesson runs', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button>');
  await coached.say({ type: 'view', view: null });
  await coached.page.getByTestId('a').click();
  expect(await coached.told()).toEqual([]);
});
