import { type CoachedPage, expect, stepOn, test } from './harness.ts';

const ROWS = Array.from(
  { length: 60 },
  (_, i) => `<p data-tid="${i}"><button data-testid="flag">旗 ${i}</button></p>`,
).join('');

/** Scrolls an element frame by frame and gives the ring's greatest error seen in any painted frame, px. */
function worstWhileScrolling(coached: CoachedPage, scroller: string, target: string): Promise<number> {
  return coached.page.evaluate(
    async ([scroll, aim]) => {
      const box = document.querySelector(scroll as string) as HTMLElement;
      const ring = document.querySelector('seller-coach')?.shadowRoot?.querySelector('[part=ring]') as HTMLElement;
      const frame = () => new Promise(requestAnimationFrame);
      let worst = 0;
      for (let i = 0; i < 30; i++) {
        box.scrollBy({ top: i % 2 ? 7 : -3, behavior: 'instant' });
        await frame();
        // As the frame was painted: after all its callbacks, before the next one.
        await new Promise<void>((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done();
          port2.postMessage(null);
        });
        const a = ring.getBoundingClientRect();
        const b = (document.querySelector(aim as string) as Element).getBoundingClientRect();
        worst = Math.max(worst, Math.abs(a.top - b.top), Math.abs(a.left - b.left));
      }
      return worst;
    },
    [scroller, target],
  );
}

test('the host is last in <html>, with the parts that others rely on', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button>');
  await coached.view({
    step: stepOn({ testid: 'a' }),
    hints: { step: 's', shown: [{ level: 1, text: '想想目标' }] },
    verdict: { kind: 'correct', event: 'e', text: '很好', reasons: [] },
  });
  expect(await coached.page.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe('seller-coach');
  for (const part of ['ring', 'card', 'title', 'instruction', 'hint', 'verdict', 'progress']) {
    await expect(coached.page.locator(`seller-coach [part=${part}]`), part).toBeVisible();
  }
});

test('on target while nested boxes scroll', async ({ coached }) => {
  await coached.open(`<div id="outer" style="height:500px;overflow:auto"><div style="height:200px"></div>
    <div id="inner" style="height:300px;overflow:auto">${ROWS}</div><div style="height:900px"></div></div>`);
  await coached.view({ step: stepOn({ testid: 'flag', row: { tid: '3' } }) });
  await expect.poll(() => coached.offBy('[data-tid="3"] button')).toBeLessThanOrEqual(1);
  expect(await worstWhileScrolling(coached, '#inner', '[data-tid="3"] button')).toBeLessThanOrEqual(1);
  expect(await worstWhileScrolling(coached, '#outer', '[data-tid="3"] button')).toBeLessThanOrEqual(1);
});

test('scrolled out of its box it is unmarked, and marked again when it is back', async ({ coached }) => {
  await coached.open(`<div id="box" style="height:200px;overflow:auto">${ROWS}</div>`);
  await coached.view({ step: stepOn({ testid: 'flag', row: { tid: '2' } }) });
  await expect.poll(() => coached.offBy('[data-tid="2"] button')).toBeLessThanOrEqual(1);
  // Not before it has come to rest: until then it is scrolled into sight once.
  await coached.page.evaluate(async () => {
    for (let frames = 0; frames < 6; frames++) await new Promise(requestAnimationFrame);
  });
  await coached.page.locator('#box').evaluate((box) => box.scrollTo(0, 1500));
  await expect(coached.page.locator('[part=ring]')).toBeHidden();
  await coached.page.getByRole('button', { name: '滚动到那里' }).click();
  await expect.poll(() => coached.offBy('[data-tid="2"] button')).toBeLessThanOrEqual(1);
});

test('a row far down is scrolled to once, inside its box only, and the page is the student’s afterwards', async ({
  coached,
}) => {
  await coached.open(`<div id="box" style="height:300px;overflow:auto">${ROWS}</div><div style="height:3000px"></div>`);
  await coached.view({ step: stepOn({ testid: 'flag', row: { tid: '50' } }) });
  await expect.poll(() => coached.offBy('[data-tid="50"] button')).toBeLessThanOrEqual(1);
  expect(await coached.page.evaluate(() => scrollY)).toBe(0);
  await coached.page.locator('#box').evaluate((box) => box.scrollTo(0, 0));
  await coached.page.waitForTimeout(200);
  expect(await coached.page.locator('#box').evaluate((box) => box.scrollTop)).toBe(0);
});

test('under transformed parents and growing content', async ({ coached }) => {
  await coached.open(
    `<div id="pad"></div><div style="transform:translate(40px,30px) scale(.8) rotate(1deg)"><button data-testid="a">甲</button></div>`,
  );
  await coached.view({ step: stepOn({ testid: 'a' }) });
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
  await coached.page.evaluate(() => {
    const pad = document.getElementById('pad') as HTMLElement;
    pad.style.transition = 'height 200ms';
    pad.style.height = '0';
    pad.getBoundingClientRect();
    pad.style.height = '240px';
  });
  const errors = await coached.page.evaluate(async () => {
    const seen: number[] = [];
    const ring = document.querySelector('seller-coach')?.shadowRoot?.querySelector('[part=ring]') as HTMLElement;
    for (let i = 0; i < 20; i++) {
      await new Promise(requestAnimationFrame);
      seen.push(ring.getBoundingClientRect().top);
    }
    return seen.at(-1) === seen[0];
  });
  expect(errors, 'the ring moved with the growing content').toBe(false);
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
});

for (const zoom of [0.5, 0.8, 1.25, 2]) {
  test(`at zoom ${zoom}, of the page and of the whole window`, async ({ coached }) => {
    const { page } = coached;
    await coached.open('<div style="height:120px"></div><button data-testid="a" style="margin-left:90px">甲</button>');
    await coached.view({ step: stepOn({ testid: 'a' }) });
    await page.evaluate((z) => {
      document.documentElement.style.zoom = String(z);
    }, zoom);
    await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
    await page.evaluate(() => {
      document.documentElement.style.zoom = '';
    });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(1366 / zoom),
      height: Math.round(768 / zoom),
      deviceScaleFactor: zoom,
      mobile: false,
    });
    await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
    const box = await page.locator('[part=card]').boundingBox();
    expect(
      box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1366 / zoom && box.y + box.height <= 768 / zoom,
    ).toBe(true);
  });
}

test('the next ring is there within two frames', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button><p></p><button data-testid="b">乙</button>');
  await coached.view({ step: stepOn({ testid: 'a' }) });
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
  const view = { type: 'view' as const, view: await coached.viewed({ step: stepOn({ testid: 'b' }) }) };
  const off = await coached.page.evaluate(async (said) => {
    window.harness.say(said);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const ring = document.querySelector('seller-coach')?.shadowRoot?.querySelector('[part=ring]') as HTMLElement;
    return Math.abs(
      ring.getBoundingClientRect().top -
        (document.querySelector('[data-testid=b]') as Element).getBoundingClientRect().top,
    );
  }, view);
  expect(off).toBeLessThanOrEqual(1);
});

test('nothing of ours lies over the control, and the dimmed page does not eat clicks', async ({ coached }) => {
  await coached.open(
    '<button data-testid="a">甲</button><p style="margin-top:200px"><button data-testid="b">乙</button></p>',
  );
  await coached.view({ step: stepOn({ testid: 'a' }) });
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
  await coached.page.getByTestId('a').click();
  await coached.page.getByTestId('b').click();
  expect(await coached.told()).toEqual(['click a', 'click b']);
  const overlap = await coached.page.evaluate(() => {
    const target = (document.querySelector('[data-testid=a]') as Element).getBoundingClientRect();
    const panels = [...(document.querySelector('seller-coach')?.shadowRoot?.querySelectorAll('.dim') ?? [])];
    return panels
      .map((panel) => panel.getBoundingClientRect())
      .filter((p) => p.right > target.left && p.left < target.right && p.bottom > target.top && p.top < target.bottom)
      .length;
  });
  expect(overlap).toBe(0);
});

test('practice marks nothing and dims nothing', async ({ coached }) => {
  await coached.open('<button data-testid="a">甲</button>');
  await coached.view({ mode: 'practice', step: stepOn({ testid: 'a' }) });
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
  expect(
    await coached.page.locator('.dim').evaluateAll((dims) => dims.filter((dim) => dim.checkVisibility()).length),
  ).toBe(0);
  await coached.view({ mode: 'practice' });
  await expect(coached.page.locator('[part=ring]')).toBeHidden();
});

test('moves into a modal dialog, into a dialog on top of it, and back', async ({ coached }) => {
  await coached.open(`<button data-testid="open" onclick="document.getElementById('one').showModal()">开</button>
    <dialog id="one"><button data-testid="more" onclick="document.getElementById('two').showModal()">再开</button></dialog>
    <dialog id="two"><form method="dialog"><button data-testid="shut">关</button></form></dialog>`);
  const { page } = coached;
  const home = () => page.evaluate(() => document.querySelector('seller-coach')?.parentElement?.id ?? '');
  const usable = async () => {
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByRole('button', { name: /展开/ }).click();
  };
  await coached.view({ step: stepOn({ testid: 'shut' }, { testid: 'more' }, { testid: 'open' }) });
  for (const [id, at] of [
    ['open', ''],
    ['more', 'one'],
    ['shut', 'two'],
  ] as const) {
    await expect.poll(home).toBe(at);
    await expect.poll(() => coached.offBy(`[data-testid=${id}]`), id).toBeLessThanOrEqual(1);
    await usable();
    await page.getByTestId(id).click();
  }
  await expect.poll(home).toBe('one');
  await usable();
  await page.keyboard.press('Escape');
  await expect.poll(home).toBe('');
  await usable();
  expect(await coached.notices()).toEqual([]);
});

test('a dialog that the page throws away with us inside is no tampering', async ({ coached }) => {
  await coached.open(
    `<div id="app"><dialog id="d"><p>备注</p></dialog></div><script>document.getElementById('d').showModal()</script>`,
  );
  await coached.view();
  await expect(coached.page.locator('#d seller-coach [part=card]')).toBeVisible();
  await coached.page.evaluate(() => document.getElementById('app')?.replaceChildren());
  await expect(coached.page.locator('html > seller-coach [part=card]')).toBeVisible();
  expect(await coached.notices()).toEqual([]);
});

for (const [how, tamper] of Object.entries({
  removed: () => document.querySelector('seller-coach')?.remove(),
  'hidden by its style': () =>
    document.querySelector('seller-coach')?.setAttribute('style', 'display: none !important'),
  'hidden by attribute': () => document.querySelector('seller-coach')?.setAttribute('hidden', ''),
  'made inert': () => document.querySelector('seller-coach')?.setAttribute('inert', ''),
  emptied: () => document.querySelector('seller-coach')?.shadowRoot?.replaceChildren(),
  'closed as a popover': () =>
    document
      .querySelector<HTMLElement>('seller-coach')
      ?.shadowRoot?.querySelector<HTMLElement>('[popover]')
      ?.hidePopover(),
})) {
  test(`${how} by the page, the overlay is back within a second and that is logged; logging goes on`, async ({
    coached,
  }) => {
    await coached.open('<button data-testid="a">甲</button>');
    await coached.view({ step: stepOn({ testid: 'a' }) });
    await expect(coached.page.locator('[part=card]')).toBeVisible();
    await coached.page.evaluate(tamper);
    await expect(coached.page.locator('[part=card]')).toBeVisible({ timeout: 1000 });
    await coached.page.getByRole('button', { name: '收起' }).click();
    await coached.page.getByTestId('a').click();
    expect(await coached.notices()).toEqual(['overlay-removed']);
    expect(await coached.told()).toEqual(['click a']);
  });
}

test('a style sheet of the page cannot hide it', async ({ coached }) => {
  await coached.open('<p>页面</p>', {
    head: '<style>seller-coach, seller-coach * { display: none !important; opacity: 0 !important }</style>',
  });
  await coached.view();
  await expect(coached.page.locator('[part=card]')).toBeVisible();
});

test('the page’s own elements are not written to, and an idle coach writes nothing', async ({ coached }) => {
  await coached.open('<div id="app"><button data-testid="a">甲</button><input data-testid="t"></div>');
  const { page } = coached;
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((records) => {
      for (const { target, type } of records) seen.push(`${type} ${target.nodeName}`);
    }).observe(document, { subtree: true, attributes: true, childList: true, characterData: true });
  });
  await coached.view({ step: stepOn({ testid: 'a' }), progress: { done: 1, total: 6 } });
  await expect.poll(() => coached.offBy('[data-testid=a]')).toBeLessThanOrEqual(1);
  await page.getByTestId('a').click();
  await page.waitForTimeout(300);
  const idle = await page.evaluate(async () => {
    const own: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target, attributeName } of records) own.push(`${(target as Element).className} ${attributeName}`);
    });
    observer.observe(document.querySelector('seller-coach')?.shadowRoot as ShadowRoot, {
      subtree: true,
      attributes: true,
      childList: true,
      characterData: true,
    });
    let frames = 0;
    const raf = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      frames += 1;
      return raf(callback);
    };
    await new Promise((done) => setTimeout(done, 1000));
    window.requestAnimationFrame = raf;
    return { own, frames };
  });
  expect(idle).toEqual({ own: [], frames: 0 });
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['childList HTML']);
});

test('many mutations in a frame make one search', async ({ coached }) => {
  await coached.open('<div id="list"></div>');
  await coached.view({ step: stepOn({ testid: 'a' }) });
  const searches = await coached.page.evaluate(async () => {
    let count = 0;
    const query = Document.prototype.querySelectorAll;
    Document.prototype.querySelectorAll = function (this: Document, selector: string) {
      if (selector.includes('data-testid')) count += 1;
      return query.call(this, selector);
    } as typeof query;
    const list = document.getElementById('list') as HTMLElement;
    await new Promise(requestAnimationFrame);
    count = 0;
    for (let i = 0; i < 200; i++) {
      list.append(document.createElement('p'));
      await Promise.resolve();
    }
    await new Promise(requestAnimationFrame);
    const seen = count;
    Document.prototype.querySelectorAll = query;
    return seen;
  });
  expect(searches).toBeGreaterThan(0);
  expect(searches).toBeLessThanOrEqual(2);
});
