import type { Peer } from '../../client/shop-client.ts';
import { Badge } from './badge.tsx';
import { peers } from './chat-store.ts';

/** All buyers who ever wrote: unread ones first, then those who wrote last. */
export function PeerList({ href }: { href: (nick: string) => string }) {
  const known = peers.value;
  if (known === null) return <p class="chat-note">正在读取会话…</p>;
  if (known.length === 0) return <p class="chat-note">还没有买家来咨询。有买家说话时会出现在这里。</p>;
  return (
    <ul class="peers">
      {[...known].sort(byNews).map((peer) => (
        <li key={peer.buyer_nick}>
          <a class="peer" href={href(peer.buyer_nick)} data-testid="chat-peer" data-buyer-nick={peer.buyer_nick}>
            <span class="peer-face" aria-hidden="true">
              {[...peer.buyer_nick][0]}
            </span>
            <span class="peer-text">
              <span class="peer-nick">{peer.buyer_nick}</span>
              <span class="peer-last">
                {peer.last?.from === 'seller' && '我：'}
                {peer.last?.text}
              </span>
            </span>
            <span class="peer-side">
              <time class="num">{peer.last?.at.slice(5, 16).replace('T', ' ')}</time>
              <Badge unread={peer.unread} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function byNews(a: Peer, b: Peer): number {
  const unread = Number(b.unread > 0) - Number(a.unread > 0);
  return unread || (b.last?.at ?? '').localeCompare(a.last?.at ?? '');
}
