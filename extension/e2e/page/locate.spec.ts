import { type CoachedPage, expect, stepOn, test } from './harness.ts';

const card = (coached: CoachedPage) => coached.page.locator('[part=card]');

test('the bundle is tried in order and the log says which locators drifted', async ({ coached }) => {
  await coached.open('<button data-testid="renamed">保存备注</button><button data-testid="x">取消</button>');
  await coached.view({
    step: stepOn({ testid: 'memo-save', role: 'button', name: '保存备注', text: '保存', css: '.gone' }),
  });
  await expect.poll(() => coached.offBy('[data-testid=renamed]')).toBeLessThanOrEqual(1);
  await coached.page.getByTestId('renamed').click();
  await coached.page.getByTestId('x').click();
  const located = (await coached.actions()).map((action) => action.located);
  expect(located).toEqual([{ won: 'role', disagree: ['testid', 'css'] }, undefined]);
});

test('by label, by text, by CSS', async ({ coached }) => {
  await coached.open(
    '<label>备注内容<textarea id="a"></textarea></label><a href="#" id="b"><span>已卖出的宝贝</span></a><p class="c">说明</p>',
  );
  for (const [target, found] of [
    [{ label: '备注内容' }, '#a'],
    [{ text: '已卖出的宝贝' }, '#b'],
    [{ css: 'p.c' }, '.c'],
    [{ css: ':::', text: '说明' }, '.c'],
  ] as const) {
    await coached.view({ step: stepOn(target) });
    await expect.poll(() => coached.offBy(found), found).toBeLessThanOrEqual(1);
  }
});

test('in the right row only', async ({ coached }) => {
  const row = (tid: number) =>
    `<tbody data-tid="${tid}"><tr><td><button data-testid="flag">旗</button></td></tr></tbody>`;
  await coached.open(`<table>${[1, 2, 3].map(row).join('')}</table>`);
  await coached.view({ step: stepOn({ testid: 'flag', row: { tid: '2' } }) });
  await expect.poll(() => coached.offBy('[data-tid="2"] button')).toBeLessThanOrEqual(1);
});

test('an option inside a group: the ring is on its label', async ({ coached }) => {
  await coached.open(`<style>input { position: absolute; opacity: 0; width: 1px; height: 1px }</style>
    <fieldset data-testid="memo-flag"><label id="red"><input type="radio" name="f" value="1">红旗</label><label><input type="radio" name="f" value="2">黄旗</label></fieldset>`);
  await coached.view({ step: stepOn({ testid: 'memo-flag', option: '1' }) });
  await expect.poll(() => coached.offBy('#red')).toBeLessThanOrEqual(1);
});

test('never the first of many', async ({ coached }) => {
  await coached.open('<button data-testid="flag">旗</button><button data-testid="flag">旗</button>');
  await coached.view({ step: stepOn({ testid: 'flag' }) });
  await expect(card(coached)).toContainText('几个一样的控件');
  expect(await coached.offBy('[data-testid=flag]')).toBeNaN();
  await coached.page.evaluate(() => document.querySelector('[data-testid=flag]')?.setAttribute('hidden', ''));
  await expect.poll(() => coached.offBy('[data-testid=flag]:not([hidden])')).toBeLessThanOrEqual(1);
  await expect(card(coached)).not.toContainText('几个一样的控件');
});

test('missing: says where to go, and goes there', async ({ coached }) => {
  await coached.open('<p>别的页面</p>');
  await coached.view({ step: stepOn({ testid: 'flag' }) });
  await expect(card(coached)).toContainText('不在眼前的页面上');
  await coached.page.getByRole('button', { name: '带我去' }).click();
  await coached.page.waitForURL('**/sold');
});

test('hidden and covered are told apart', async ({ coached }) => {
  await coached.open(`<button data-testid="a" style="display:none">甲</button>
    <button data-testid="b">乙</button><div id="lid" style="position:fixed;inset:0;background:#eee"></div>`);
  await coached.view({ step: stepOn({ testid: 'a' }) });
  await expect(card(coached)).toContainText('还没有显示出来');
  await coached.view({ step: stepOn({ testid: 'b' }) });
  await expect(card(coached)).toContainText('被别的东西挡住了');
  await coached.page.evaluate(() => document.getElementById('lid')?.remove());
  await expect(card(coached)).not.toContainText('被别的东西挡住了');
  await expect.poll(() => coached.offBy('[data-testid=b]')).toBeLessThanOrEqual(1);
});

test('a control under a sticky header is scrolled out from under it', async ({ coached }) => {
  await coached.open(`<div style="position:sticky;top:0;height:80px;background:#fff">页头</div>
    <div style="height:300px"></div><button data-testid="a">甲</button><div style="height:3000px"></div>`);
  await coached.page.evaluate(() => scrollTo(0, 370));
  await coached.view({ step: stepOn({ testid: 'a' }) });
  await expect
    .poll(() => coached.page.getByTestId('a').evaluate((a) => a.getBoundingClientRect().top))
    .toBeGreaterThan(80);
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
});

test('the first control that can be clicked gets the ring', async ({ coached }) => {
  await coached.open(`<button data-testid="flag" onclick="document.querySelector('dialog').showModal()">旗</button>
    <dialog><form method="dialog"><button data-testid="save">保存</button></form></dialog>`);
  const { page } = coached;
  await coached.view({ step: stepOn({ testid: 'save' }, { testid: 'flag' }) });
  await expect.poll(() => coached.offBy('[data-testid=flag]')).toBeLessThanOrEqual(1);
  const leading = card(coached).getByText('先点圈出的地方');
  await expect(leading).toBeVisible();
  await page.getByTestId('flag').click();
  await expect.poll(() => coached.offBy('[data-testid=save]')).toBeLessThanOrEqual(1);
  await expect(leading).toBeHidden();
  await page.getByTestId('save').click();
  await expect.poll(() => coached.offBy('[data-testid=flag]')).toBeLessThanOrEqual(1);
});

test('in open shadow roots and frames of the same origin', async ({ coached }) => {
  await coached.open(`<div id="host"></div><iframe srcdoc="<body style='margin:20px'><button data-testid='b'>乙</button></body>" style="margin:30px;border:3px solid"></iframe>
    <script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<button data-testid="a">甲</button>';</script>`);
  await coached.view({ step: stepOn({ testid: 'a' }) });
  const ring = coached.page.locator('[part=ring]');
  const near = async (id: string, frame = false) => {
    const target = (frame ? coached.page.frameLocator('iframe') : coached.page).getByTestId(id);
    const [a, b] = [await ring.boundingBox(), await target.boundingBox()];
    return a && b ? Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.width - b.width)) : Number.NaN;
  };
  await expect.poll(() => near('a')).toBeLessThanOrEqual(1);
  await coached.view({ step: stepOn({ testid: 'b' }) });
  await expect.poll(() => near('b', true)).toBeLessThanOrEqual(1);
});

test('a control that the page draws later is found, and found again when it is replaced', async ({ coached }) => {
  await coached.open('<div id="list"></div>');
  await coached.view({ step: stepOn({ testid: 'a' }) });
  await coached.page.evaluate(() => {
    const list = document.getElementById('list') as HTMLElement;
    list.innerHTML = '<button data-testid="a">甲</button>';
    setTimeout(() => {
      list.innerHTML = '<p>多一行</p><button data-testid="a">甲</button>';
    }, 100);
  });
  await coached.page.waitForTimeout(200);
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
});
