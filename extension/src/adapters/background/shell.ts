import type { Instant } from '../../core/assess/clock.ts';
import type { ShopTab, ToContent, ToPanel } from '../../core/ports.ts';

/** A world that a tab's shop was last seen in. */
export interface SeenWorld {
  scenario: string;
  seed: number;
}

/** One content script: a port of a tab. */
export interface ContentLink extends ShopTab {
  post(message: ToContent): void;
  /** Known once the page published a record, or its address named a world. */
  world?: SeenWorld;
  /** The world that the page's shop is in now, as `scenario:seed:startedAt`, once it has said so. */
  worldId?: string;
}

/** The shop that `npm start` serves: opened when no shop is. */
export const HOME = 'http://127.0.0.1:5188';

/**
 * Whether a page is a practice shop. On this machine the coach is awake in every local page, so it has
 * to have shown a world, or be the shop's own address; elsewhere it is awake only where a student has
 * allowed it because there is a shop.
 */
export function isShop({ origin, world }: ContentLink): boolean {
  const host = URL.parse(origin)?.hostname;
  return world !== undefined || origin === HOME || (host !== '127.0.0.1' && host !== 'localhost');
}

/** One extension page that follows the attempt. */
export interface PanelLink {
  post(message: ToPanel): void;
}

/** What the background needs of the browser. All else in this folder runs without one. */
export interface Shell {
  /** Version of the extension. */
  readonly version: string;
  now(): Instant;
  uuid(): string;
  /** A seed for a new world, 1 to 9999. */
  newSeed(): number;
  /** Calls back once, in about so many ms, even when the worker sleeps until then (rounded up to its alarms). */
  tickIn(ms: number): void;
  openTab(url: string): Promise<void>;
  showTab(tab: number): Promise<void>;
  openPanel(tab: number): Promise<void>;
  /** Puts the player of demos beside the content script of a tab. */
  loadDemo(tab: number): Promise<void>;
  /** Entries that content scripts wrote and nobody acknowledged, with their storage keys. */
  outbox(): Promise<{ key: string; entry: unknown }[]>;
  forget(keys: string[]): Promise<void>;
  /** What worlds tabs showed, kept while the browser runs. */
  seenWorld(tab: number): Promise<SeenWorld | undefined>;
  sawWorld(tab: number, world: SeenWorld): Promise<void>;
}
