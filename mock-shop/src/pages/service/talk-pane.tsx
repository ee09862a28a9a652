import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { getVisitor, openVisitor } from '../../client/service-client.ts';
import '../../components/chat/chat.css';
import { ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { useSend } from '../../components/use-send.ts';
import type { SeenVisitor } from '../../domain/training/service/seen.ts';
import { AnswerForm } from './answer-form.tsx';
import { GradeMark, moodText, StateMark } from './marks.tsx';
import { useSeconds } from './use-seconds.ts';

interface TalkPaneProps {
  id: string;
  /** The round goes on. */
  live: boolean;
  still: boolean;
  /** What was typed and not sent, by visitor. */
  drafts: Map<string, string>;
  /** URL of the visitor to look after next. */
  next?: string;
}

/** What scrolls must be reachable by keyboard too. */
const SCROLLABLE = { tabIndex: 0 };

/** 咨询区域: the talk with one visitor, and the answers. Opening it begins the talk. Source: textbook 2.1. */
export function TalkPane({ id, live, still, drafts, next }: TalkPaneProps) {
  const talk = useAsked(
    `${id} ${still}`,
    () => getVisitor(id),
    ({ type, subject }) => subject === id || type === 'shift.ended',
  );
  const visitor = talk.value;
  const { fault, send } = useSend();
  const waiting = live && visitor?.status === 'waiting';
  useEffect(() => {
    if (waiting) {
      send(undefined, async () => {
        await openVisitor(id);
      });
    }
  }, [waiting]);
  const log = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [visitor?.messages.length, visitor?.choices.join()]);
  if (!visitor) {
    return (
      <section class="pane talk" aria-label="咨询区域">
        {talk.fault ? <ErrorBar text={talk.fault} onRetry={talk.reload} /> : <p class="faint pane-note">正在读取…</p>}
      </section>
    );
  }
  return (
    <section class="pane talk" aria-label="咨询区域" data-testid="talk" data-visitor-id={id}>
      <TalkHead visitor={visitor} still={still || !live} />
      {(talk.fault || fault) && <ErrorBar text={talk.fault || fault} onRetry={talk.reload} />}
      <div ref={log} class="chat-log" role="log" aria-label={`和 ${visitor.nick} 的对话`} {...SCROLLABLE}>
        {visitor.messages.map((message, at) => (
          // Lines are only ever added at the end: their place is their identity.
          <div key={at} class={message.from === 'student' ? 'line line-own' : 'line'}>
            <p class="line-head">
              {message.from === 'student' ? '我' : visitor.nick} <time class="num">{message.at.slice(11, 19)}</time>{' '}
              {message.grade && <GradeMark grade={message.grade} />}
            </p>
            <p class="line-text">{message.text}</p>
            {message.why && <p class="line-head line-why">{message.why}</p>}
          </div>
        ))}
      </div>
      {visitor.choices.length > 0 && live ? (
        <AnswerForm key={visitor.turn} visitor={visitor} drafts={drafts} />
      ) : (
        <Ended visitor={visitor} {...(next && { next })} />
      )}
    </section>
  );
}

function TalkHead({ visitor, still }: { visitor: SeenVisitor; still: boolean }) {
  const passed = useSeconds(visitor, still);
  const { nick, status, mood, waited, left } = visitor;
  return (
    <div class="talk-head">
      <h2 class="pane-title">{nick}</h2>
      <StateMark status={status} />
      <label class="mood">
        {moodText(mood)} <meter min={0} max={10} low={4} high={7} optimum={10} value={mood} aria-label="心情" />
      </label>
      {waited !== null && left !== null && (
        <span class={left - passed < 20 ? 'late num' : 'num'} data-testid="talk-left">
          等了 {Math.round(waited + passed)} 秒，{Math.max(0, Math.round(left - passed))} 秒后离开
        </span>
      )}
    </div>
  );
}

const ENDS = {
  waiting: '这一轮结束时还没有接待。',
  open: '这一轮结束时对话还没有完。',
  content: '买家满意，对话结束了。',
  discontent: '买家不满意，对话结束了。',
  left: '没有等到结果，买家走了。',
} as const;

function Ended({ visitor, next }: { visitor: SeenVisitor; next?: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // The answers that had the focus are gone: whoever works by keyboard goes on from here.
    if (document.activeElement === document.body) link.current?.focus();
  }, [next]);
  return (
    <div class="talk-end" data-testid="talk-end">
      <p>
        {visitor.order_id ? (
          <>
            买家下单了，已生成客服订单 <span class="num">{visitor.order_id}</span>。
          </>
        ) : (
          ENDS[visitor.status]
        )}
      </p>
      {next && (
        <a ref={link} class="button primary" href={next} data-testid="next-visitor">
          接待下一位
        </a>
      )}
    </div>
  );
}
