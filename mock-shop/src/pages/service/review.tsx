import type { Account } from 'fixtures';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { getAnswers, getSheet } from '../../client/service-client.ts';
import type { SeenShift } from '../../client/training-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { ShiftBar } from '../../components/training/shift-bar.tsx';
import { BeginRound } from '../../components/training/training-gate.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { Desk } from './desk.tsx';
import { ReviewEntries } from './review-entries.tsx';
import { readService, type ServiceQuery, writeService } from './service-url.ts';
import { Sheet } from './sheet.tsx';

/** Entries on one page. */
const SIZE = 20;

interface ReviewProps {
  account: Account;
  shift: SeenShift;
  /** What the next round would be like; absent: whoever looks at it does not begin one. */
  outlook?: ComponentChildren;
}

/** A round that is over: table 6-1, every answer with its grade and reason, the talks, and the next round. Source: textbook 2.4. */
export function Review({ account, shift, outlook }: ReviewProps) {
  const { path, search, chat } = useShopUrl();
  const query = readService(search);
  const href = (change: Partial<ServiceQuery>): string => withChat(path, writeService({ ...query, ...change }), chat);
  return (
    <>
      <ShiftBar
        account={account}
        shift={shift}
        paused={false}
        progress={`来访 ${shift.come} / ${shift.total}`}
        undone=""
      />
      <nav class="tabs" aria-label="这一轮">
        <ul>
          <li>
            <a
              href={href({ view: 'sheet', page: 1 })}
              data-testid="view-sheet"
              aria-current={query.view === 'sheet' ? 'page' : undefined}
            >
              评价表与讲评
            </a>
          </li>
          <li>
            <a
              href={href({ view: 'talks', page: 1 })}
              data-testid="view-talks"
              aria-current={query.view === 'talks' ? 'page' : undefined}
            >
              对话记录
            </a>
          </li>
          {outlook !== undefined && (
            <li>
              <a href="#again" data-testid="to-again">
                再开一轮
              </a>
            </li>
          )}
        </ul>
      </nav>
      {query.view === 'talks' ? (
        <Desk account={account} shift={shift} paused={false} bare />
      ) : (
        <Evaluation shift={shift.shift_id} query={query} href={href} />
      )}
      {outlook !== undefined && (
        <div id="again">
          <BeginRound kind="service" system="网店客服系统" outlook={outlook} again />
        </div>
      )}
    </>
  );
}

interface EvaluationProps {
  shift: string;
  query: ServiceQuery;
  href: (change: Partial<ServiceQuery>) => string;
}

function Evaluation({ shift, query, href }: EvaluationProps) {
  const sheet = useAsked(shift, () => getSheet(shift), never);
  const { item, page } = query;
  const answers = useAsked(`${shift} ${item} ${page}`, () => getAnswers(shift, item, page, SIZE), never);
  const section = useRef<HTMLElement>(null);
  const before = useRef(`${item} ${page}`);
  useEffect(() => {
    // Whoever asks for other answers wants to see them, far below the sheet.
    if (before.current !== `${item} ${page}`) section.current?.scrollIntoView();
    before.current = `${item} ${page}`;
  }, [item, page]);
  const name = sheet.value?.find(({ id }) => id === item)?.name;
  return (
    <>
      {sheet.fault && <ErrorBar text={sheet.fault} onRetry={sheet.reload} />}
      {sheet.value && <Sheet items={sheet.value} current={item} href={(id) => href({ item: id, page: 1 })} />}
      <section ref={section} class="service-review" aria-labelledby="review-heading">
        <h2 id="review-heading">{name ? `「${name}」的依据` : '逐条讲评'}</h2>
        {name && (
          <p>
            <a href={href({ item: '', page: 1 })} data-testid="review-all">
              看全部回答
            </a>
          </p>
        )}
        {answers.fault && <ErrorBar text={answers.fault} onRetry={answers.reload} />}
        {!answers.value && !answers.fault && <p class="faint">正在读取…</p>}
        {answers.value && (
          <ReviewEntries
            {...answers.value}
            page={page}
            size={SIZE}
            talk={(visitor) => href({ view: 'talks', visitor, page: 1 })}
            href={(to) => href({ page: to })}
          />
        )}
      </section>
    </>
  );
}

/** A round that is over does not change. */
const never = (): boolean => false;
