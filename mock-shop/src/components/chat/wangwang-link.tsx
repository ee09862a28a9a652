import { Badge } from './badge.tsx';
import './chat.css';

interface WangwangLinkProps {
  /** URL that shows this page with the conversation open. */
  href: string;
  nick: string;
  unread: number;
}

/** 和我联系: opens the conversation with a buyer, with the number of unread messages. */
export function WangwangLink({ href, nick, unread }: WangwangLinkProps) {
  return (
    <a class="wangwang" href={href} data-testid="wangwang">
      <svg viewBox="0 0 16 14" width="15" height="13" aria-hidden="true">
        <path d="M8 1c4 0 7 2.2 7 5.3 0 3-3 5.2-7 5.2-.8 0-1.5-.1-2.2-.3L2.5 13l.6-2.7C1.8 9.3 1 7.9 1 6.3 1 3.200 4 1 8 1z" />
        <circle cx="5.5" cy="6.3" r="1" fill="#fff" />
        <circle cx="10.5" cy="6.3" r="1" fill="#fff" />
      </svg>
      <span>
        和我联系<span class="hidden-name">：{nick}</span>
      </span>
      <Badge unread={unread} />
    </a>
  );
}
