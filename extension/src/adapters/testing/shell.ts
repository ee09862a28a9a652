import type { ToContent, ToPanel } from '../../core/ports.ts';
import type { ContentLink, PanelLink, SeenWorld, Shell } from '../background/shell.ts';

/** A browser without a browser: a clock that stands still until it is moved, and lists of what was asked of it. */
export class FakeShell implements Shell {
  readonly version = '0.0.0';
  readonly opened: string[] = [];
  readonly stored = new Map<string, unknown>();
  readonly ticks: number[] = [];
  readonly worlds = new Map<number, SeenWorld>();
  run = 'run-1';
  mono = 0;
  wall = 1_700_000_000_000;

  /** Lets active time pass, ms. */
  pass(ms: number): void {
    this.mono += ms;
    this.wall += ms;
  }

  now = () => ({ run: this.run, mono: this.mono, wall: this.wall });
  uuid = () => crypto.randomUUID();
  newSeed = () => 7;
  tickIn = (ms: number) => void this.ticks.push(ms);
  openTab = async (url: string) => void this.opened.push(url);
  showTab = async (tab: number) => void this.opened.push(`tab ${tab}`);
  openPanel = async (tab: number) => void this.opened.push(`panel ${tab}`);
  loadDemo = async (tab: number) => void this.opened.push(`demo ${tab}`);
  outbox = async () => [...this.stored].map(([key, entry]) => ({ key, entry }));
  forget = async (keys: string[]) => {
    for (const key of keys) this.stored.delete(key);
  };
  seenWorld = async (tab: number) => this.worlds.get(tab);
  sawWorld = async (tab: number, world: SeenWorld) => void this.worlds.set(tab, world);
}

/** A content script that remembers what it was told. */
export class FakeLink implements ContentLink {
  readonly tab: number;
  readonly origin: string;
  readonly heard: ToContent[] = [];
  world?: SeenWorld;
  worldId?: string;

  constructor(tab: number, origin = 'http://127.0.0.1:5188') {
    this.tab = tab;
    this.origin = origin;
  }

  post = (message: ToContent) => void this.heard.push(message);

  /** Everything of one type it was told, oldest first. */
  all<T extends ToContent['type']>(type: T): Extract<ToContent, { type: T }>[] {
    return this.heard.filter((message): message is Extract<ToContent, { type: T }> => message.type === type);
  }

  get acked(): string[] {
    return this.all('ack').flatMap(({ ids }) => ids);
  }

  get view() {
    return this.all('view').at(-1)?.view;
  }
}

export class FakePanel implements PanelLink {
  readonly heard: ToPanel[] = [];
  post = (message: ToPanel) => void this.heard.push(message);
}
