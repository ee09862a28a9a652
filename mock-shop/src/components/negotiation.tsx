import type { Refund } from 'fixtures';
import { dateTime } from './labels.ts';
import { PictureLinks } from './pictures/picture-links.tsx';
import './negotiation.css';

const ROLE = { 1: '买家', 2: '卖家', 3: '平台' } as const;

/** 协商历史: what both sides and the platform did and said, the latest first. `own`: the role of whoever is looking. */
export function Negotiation({ messages, own }: { messages: Refund['messages']; own: 1 | 2 }) {
  return (
    <section class="negotiation" aria-labelledby="negotiation-title">
      <h2 id="negotiation-title">协商历史</h2>
      <ol>
        {messages.toReversed().map((one) => (
          <li key={one.id} class={`said-${one.owner_role}`}>
            <p class="said-head">
              <strong>{one.owner_role === own ? '我' : `${ROLE[one.owner_role]} ${one.owner_nick}`}</strong>
              <time class="num">{dateTime(one.created)}</time>
            </p>
            <p class="said-text">{one.content}</p>
            <PictureLinks pictures={one.pic_urls} />
          </li>
        ))}
      </ol>
    </section>
  );
}
