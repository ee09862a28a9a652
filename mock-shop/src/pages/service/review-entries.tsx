import { Empty } from '../../components/notice.tsx';
import type { ReviewEntry } from '../../domain/training/service/review.ts';
import { GradeMark } from './marks.tsx';

interface ReviewEntriesProps {
  entries: readonly ReviewEntry[];
  total: number;
  page: number;
  size: number;
  /** URL of a visitor's talk, and of another page. */
  talk: (visitor: string) => string;
  href: (page: number) => string;
}

/** Answers and other evidence in the order in which they happened. */
export function ReviewEntries({ entries, total, page, size, talk, href }: ReviewEntriesProps) {
  const pages = Math.max(1, Math.ceil(total / size));
  if (total === 0) return <Empty text="这一轮没有回答过任何问题。">再开一轮试试。</Empty>;
  return (
    <>
      <ol class="entries" start={(page - 1) * size + 1}>
        {entries.map((entry) => (
          <li key={entry.seq} id={`seq-${entry.seq}`} data-testid="review-entry" data-visitor-id={entry.visitor_id}>
            <p class="entry-head">
              <a href={talk(entry.visitor_id)}>{entry.nick}</a>
              <span>
                {entry.phase} · {entry.faq}
              </span>
              <span class="num">开始后 {Math.round(entry.after)} 秒</span>
              <span>{entry.what}</span>
            </p>
            {entry.answer && <Answer answer={entry.answer} />}
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <p class="visitor-pages">
          {page > 1 ? <a href={href(page - 1)}>上一页</a> : <span class="faint">上一页</span>}
          <span class="num">
            {page} / {pages}，共 {total} 条
          </span>
          {page < pages ? <a href={href(page + 1)}>下一页</a> : <span class="faint">下一页</span>}
        </p>
      )}
    </>
  );
}

function Answer({ answer }: { answer: NonNullable<ReviewEntry['answer']> }) {
  const { question, text, how, grade, why, seconds, mood, breaks, technique, step, options } = answer;
  return (
    <>
      <p class="entry-question">买家：{question}</p>
      <p class="entry-answer">
        <GradeMark grade={grade} /> {how === 'text' && '（自己写的）'}
        {text}
      </p>
      <p class="entry-why">
        {why}
        {breaks && `违反的规则：${breaks}。`}
        {technique && `用到的促成技巧：${technique}。`}
        {step && `投诉处理步骤：${step}。`}
      </p>
      <p class="entry-facts num">
        响应 {seconds.toFixed(1)} 秒 · 心情 {mood[0]} → {mood[1]}
      </p>
      <details>
        <summary>看这一题的四个答案</summary>
        <ul class="options">
          {options.map((option) => (
            <li key={option.grade}>
              <GradeMark grade={option.grade} /> {option.text}
              <span class="entry-why">{option.why}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
