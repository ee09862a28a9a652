import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useShopUrl, withChat } from '../shop-url.ts';
import { Badge } from './badge.tsx';
import { totalUnread } from './chat-store.ts';
import { ConversationPane } from './conversation-pane.tsx';
import { LinkedTrades } from './linked-trades.tsx';
import { PeerList } from './peer-list.tsx';
import './chat.css';

/** The 旺旺 drawer: nothing, the list of buyers, or one conversation, as the URL says. Never modal. */
export function ChatDrawer() {
  const { path, search, chat, go } = useShopUrl();
  const opener = useRef<HTMLElement | null>(null);
  const first = useRef(true);
  const drawer = useRef<HTMLElement>(null);
  const to = (nick: string | null): string => withChat(path, search, nick);

  useLayoutEffect(() => {
    document.documentElement.classList.toggle('chat-open', chat !== null);
    const byUrl = first.current;
    first.current = false;
    // A page that opens with the drawer, or without, leaves the focus alone.
    if (byUrl) return;
    if (chat === null) {
      const back = opener.current?.isConnected ? opener.current : document.querySelector<HTMLElement>('.float');
      opener.current = null;
      // Going elsewhere closes the drawer too; only who was in it is led back.
      if (document.activeElement === document.body) back?.focus({ preventScroll: true });
      return;
    }
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== document.body && !drawer.current?.contains(active))
      opener.current = active;
    drawer.current?.querySelector<HTMLElement>('textarea, .peer')?.focus({ preventScroll: true });
  }, [chat]);
  useEffect(() => () => document.documentElement.classList.remove('chat-open'), []);

  const close = (): void => go(to(null));
  const unread = totalUnread.value;
  if (chat === null) {
    return (
      <aside aria-label="旺旺">
        <a class="float" href={to('')} data-testid="chat-open">
          旺旺
          <Badge unread={unread} />
        </a>
      </aside>
    );
  }
  const list = chat === '';
  return (
    <aside
      ref={drawer}
      class="chat"
      data-testid={list ? 'chat-list' : 'chat'}
      data-buyer-nick={list ? undefined : chat}
      aria-label={list ? '旺旺：全部会话' : `旺旺：${chat}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <header class="chat-head">
        {list ? (
          <h2>旺旺 · 全部会话</h2>
        ) : (
          <>
            <a href={to('')} class="chat-back">
              ‹ 会话 <Badge unread={unread} />
            </a>
            <h2>{chat}</h2>
          </>
        )}
        <button type="button" class="dialog-cross" data-testid="chat-close" aria-label="关闭旺旺" onClick={close}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
      </header>
      {list ? (
        <PeerList href={to} />
      ) : (
        <ConversationPane key={chat} nick={chat}>
          <LinkedTrades nick={chat} />
        </ConversationPane>
      )}
    </aside>
  );
}
