import { loadScenario, ScenarioError } from 'fixtures';
import { clockHeld } from '../domain/training/clock-held.ts';
import { Faults } from './faults.ts';
import { handlers } from './handlers.ts';
import { startHeartbeat } from './heartbeat.ts';
import { intercept } from './intercept.ts';
import { type Build, CorruptWorld, newWorld, storedWorld } from './open-world.ts';
import { onReplay, publishClock, publishReady, publishRecord, publishRefusal } from './page-events.ts';
import { Shop } from './shop.ts';
import { Store } from './store.ts';
import { addressAfter, FIRST_WORLD, readWish, type Wish } from './wish.ts';

/** How starting the shop came out; what is not `ready` is for the app to show. */
export type Boot =
  | { kind: 'ready' }
  /** Nothing was changed. `links` lead on: each starts or continues a world. */
  | { kind: 'error'; title: string; text: string; links: { label: string; href: string }[] }
  /** What is stored cannot be used. Nothing is deleted until `restart` is called. */
  | {
      kind: 'corrupt';
      title: string;
      text: string;
      /** Begins the same world afresh, in the place of the damaged one, and reloads the page. */
      restart(): Promise<void>;
      /** All that is stored, as JSON text with a name for the file. */
      dump(): Promise<{ name: string; text: string }>;
    };

type Loaded = Awaited<ReturnType<Store['load']>>;

const CHANNEL = 'mock-shop';

/** Starts the backend in this page: the world of the address, else the stored one, else a first one. */
export async function bootShop(): Promise<Boot> {
  const url = new URL(location.href);
  const read = readWish(url.searchParams);
  if ('fault' in read) return badAddress(read.fault);
  const store = new Store();
  let loaded: Loaded;
  try {
    loaded = await store.load();
  } catch {
    return fault(
      '浏览器不让本站保存数据',
      '练习店铺要把数据存在浏览器里（IndexedDB）。请退出无痕模式，或允许本站保存数据，再刷新。',
    );
  }
  const empty = loaded.row === undefined && loaded.records.length === 0;
  const wish = read.wish ?? (empty ? { ...FIRST_WORLD, day: read.day ?? FIRST_WORLD.day } : undefined);
  try {
    const opened = wish ? await begin(store, wish) : await stored(loaded);
    // As soon as it is stored: whoever loads the page anew from here on, msw among them, goes on in this world.
    history.replaceState(history.state, '', addressAfter(url));
    const shop = await open(store, opened);
    // A round of the training platform goes at the pace at which it began.
    if (!wish && read.day !== undefined && !clockHeld((await shop.view()).state, { day: read.day })) {
      await shop.setClock({ day: read.day });
    }
    if (wish) await replay(shop, 1);
    publishReady(shop.world);
    return { kind: 'ready' };
  } catch (error) {
    if (error instanceof ScenarioError) return badAddress(`${error.message}。`);
    if (error instanceof CorruptWorld) return corrupt(store, loaded, error);
    return fault('店铺没能打开', `原因：${error instanceof Error ? error.message : String(error)}。请刷新重试。`);
  }
}

async function begin(store: Store, wish: Wish): Promise<ReturnType<typeof newWorld>> {
  const world = newWorld(wish, await builderOf(wish.scenario), Date.now());
  await store.replace(world.row, world.first);
  return world;
}

async function stored({ row, records }: Loaded): Promise<ReturnType<typeof storedWorld>> {
  return storedWorld(row, records, await builderOf(scenarioOf(row)));
}

/** Builds worlds of one scenario: the others are not loaded. One that does not exist is told of when it is asked for. */
async function builderOf(scenario: string): Promise<Build> {
  try {
    const build = await loadScenario(scenario);
    return (_, seed) => build(seed);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return () => {
      throw error;
    };
  }
}

function scenarioOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'scenario' in row ? String(row.scenario) : '';
}

/** Puts the backend behind the page's network calls and connects it with other tabs and with the document. */
async function open(store: Store, { state, row }: ReturnType<typeof storedWorld>): Promise<Shop> {
  const channel = new BroadcastChannel(CHANNEL);
  const shop = new Shop(
    state,
    row,
    store,
    {
      record: publishRecord,
      refused: publishRefusal,
      wrote: () => channel.postMessage(shop.world),
      clock: publishClock,
      lost: () => location.reload(),
    },
    () => Date.now(),
  );
  channel.addEventListener('message', () => void shop.catchUp().catch(() => undefined));
  channel.postMessage(shop.world);
  onReplay((from) => void replay(shop, from));
  const faults = new Faults();
  faults.planText(new URLSearchParams(location.search).get('fail') ?? '');
  await intercept(handlers(shop, faults));
  startHeartbeat(shop);
  return shop;
}

async function replay(shop: Shop, from: number): Promise<void> {
  try {
    for (const record of await shop.records(from)) publishRecord(record);
  } catch {
    // Unread for now: whoever asked finds the gap and asks again.
  }
}

function badAddress(why: string): Boot {
  return fault('这个地址打不开练习世界', `${why}已保存的练习没有变动。`);
}

function fault(title: string, text: string): Boot {
  const { scenario, seed, day } = FIRST_WORLD;
  const { hash } = location;
  return {
    kind: 'error',
    title,
    text,
    links: [
      { label: '继续已保存的练习', href: `/sold${hash}` },
      { label: '从第一个练习世界开始', href: `/?scenario=${scenario}&seed=${seed}&day=${day}${hash}` },
    ],
  };
}

function corrupt(store: Store, loaded: Loaded, error: CorruptWorld): Boot {
  return {
    kind: 'corrupt',
    title: '保存的练习世界已损坏',
    text: `${error.message}。可以先导出损坏的数据留作证据，再从头开始这个世界；不点按钮，什么都不会删。`,
    restart: async () => {
      await begin(store, await wishOf(loaded.row));
      // Not `location.assign`: to an address that differs in its hash only, it loads nothing.
      history.replaceState(null, '', `/sold${location.hash}`);
      location.reload();
    },
    dump: async () => ({ name: '损坏的练习世界.json', text: JSON.stringify(loaded, null, 2) }),
  };
}

/** As much of the damaged world's identity as can still be read and built. */
async function wishOf(row: unknown): Promise<Wish> {
  const { scenario, seed, day } = { ...(typeof row === 'object' ? row : {}) } as Record<string, unknown>;
  const text = { scenario: String(scenario), seed: String(seed), day: String(day) };
  const read = readWish(new URLSearchParams(text));
  if (!('wish' in read) || !read.wish) return FIRST_WORLD;
  try {
    const build = await loadScenario(read.wish.scenario);
    build(read.wish.seed);
    return read.wish;
  } catch {
    return FIRST_WORLD;
  }
}
