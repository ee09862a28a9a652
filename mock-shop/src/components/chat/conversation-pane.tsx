import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ErrorBar } from '../notice.tsx';
import { Composer } from './composer.tsx';
import { type Draft, SELLER, type Side, useConversation } from './use-conversation.ts';

/** Ms before new lines are read out: the history itself is not. */
const SETTLE = 500;
/** How near its end (px) a history must be to follow new messages. */
const NEAR_END = 80;

/** What scrolls must be reachable by keyboard too. */
const SCROLLABLE = { tabIndex: 0 };

interface ConversationPaneProps {
  /** The buyer's. */
  nick: string;
  /** Who is at the screen; it must stay the same. */
  side?: Side;
  /** Shown for whoever wrote; `by` is who of the shop it was. */
  nameOf?: (from: 'buyer' | 'seller', by: string | undefined) => string;
  /** What stands in the field to begin with. */
  opening?: string;
  children?: ComponentChildren;
}

/** The conversation with one buyer: what stands above it, history, typing. */
export function ConversationPane({
  nick,
  side = SELLER,
  nameOf = (from, by) => (from === 'buyer' ? nick : (by ?? '我')),
  opening,
  children,
}: ConversationPaneProps) {
  const { conversation, fault, drafts, send, resend, reload } = useConversation(nick, side);
  const own = side.counts ? 'seller' : 'buyer';
  const log = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  const messages = conversation?.messages ?? [];
  const typing = conversation?.typing ?? false;
  const [settled, setSettled] = useState(false);
  const loaded = conversation !== null;
  useEffect(() => {
    if (!loaded) return;
    const timer = setTimeout(() => setSettled(true), SETTLE);
    return () => clearTimeout(timer);
  }, [loaded]);
  const toEnd = (): void => {
    if (follow.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  };
  useLayoutEffect(toEnd, [messages.length, drafts, typing]);
  useLayoutEffect(() => {
    // Trades that appear above take room from the history.
    const watch = new ResizeObserver(toEnd);
    if (log.current) watch.observe(log.current);
    return () => watch.disconnect();
  }, []);
  return (
    <>
      {children}
      {fault && <ErrorBar text={fault} onRetry={reload} />}
      <div
        ref={log}
        class="chat-log"
        role="log"
        aria-label="聊天记录"
        aria-live={settled ? 'polite' : 'off'}
        {...SCROLLABLE}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          follow.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
        }}
      >
        {loaded && messages.length === 0 && drafts.length === 0 && (
          <p class="chat-note">{own === 'seller' ? '和这位买家还没有聊过，有事可以先给对方留言。' : '还没有聊过。'}</p>
        )}
        {!loaded && !fault && <p class="chat-note">正在读取聊天记录…</p>}
        {messages.map((message, at) => {
          const day = message.at.slice(0, 10);
          return (
            // Messages are only ever added at the end: their place is their identity.
            <Fragment key={`${message.at} ${at}`}>
              {messages[at - 1]?.at.slice(0, 10) !== day && (
                <p class="chat-day num">
                  <span>{day}</span>
                </p>
              )}
              <div class={`line line-${message.from}${message.from === own ? ' line-own' : ''}`}>
                <p class="line-head">
                  {nameOf(message.from, message.by)} <time class="num">{message.at.slice(11, 19)}</time>
                </p>
                <p class="line-text">{message.text}</p>
              </div>
            </Fragment>
          );
        })}
        {drafts.map((draft) => (
          <DraftLine key={draft.id} draft={draft} onResend={() => resend(draft)} />
        ))}
        {typing && <p class="chat-note">对方正在输入…</p>}
      </div>
      {(loaded || !fault) && (
        <Composer
          {...(opening !== undefined && { opening })}
          onSend={(text) => {
            follow.current = true;
            send(text);
          }}
        />
      )}
    </>
  );
}

function DraftLine({ draft, onResend }: { draft: Draft; onResend: () => void }) {
  return (
    <div class="line line-own" data-testid={draft.fault ? 'chat-failed' : undefined}>
      <p class="line-head">{draft.fault ? '发送失败' : '正在发送…'}</p>
      <p class="line-text">{draft.text}</p>
      {draft.fault && (
        <p class="line-fault">
          {draft.fault}
          <button type="button" class="link" data-testid="chat-resend" onClick={onResend}>
            重发
          </button>
        </p>
      )}
    </div>
  );
}
