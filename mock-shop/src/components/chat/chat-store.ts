import { computed, signal } from '@preact/signals';
import { onRecords } from '../../client/live.ts';
import { getPeers, type Peer } from '../../client/shop-client.ts';

/** All buyers with a conversation; null until the first answer. */
export const peers = signal<Peer[] | null>(null);

const unreadByNick = computed(() => new Map((peers.value ?? []).map((peer) => [peer.buyer_nick, peer.unread])));

/** Unread messages in all conversations. */
export const totalUnread = computed(() => [...unreadByNick.value.values()].reduce((sum, n) => sum + n, 0));

/** Unread messages of one buyer. Redraws whoever reads it while drawing. */
export function unreadOf(nick: string): number {
  return unreadByNick.value.get(nick) ?? 0;
}

/** Asks for the buyers again. A failed look changes nothing: the next record brings another. */
export async function refreshPeers(): Promise<void> {
  try {
    peers.value = await getPeers();
  } catch {
    peers.value ??= [];
  }
}

/** Keeps the badges true while the shop is open. @returns stops it */
export function followChats(): () => void {
  void refreshPeers();
  return onRecords(
    (record) => record.type.startsWith('chat.') || record.type === 'world.started',
    () => void refreshPeers(),
  );
}
