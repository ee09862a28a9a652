import { QUIZ_SECTIONS, type QuizSection } from 'fixtures';
import { useState } from 'preact/hooks';
import { type BankSummary, startPaper } from '../../client/quiz-client.ts';
import { useShopUrl } from '../../components/shop-url.ts';
import { useSend } from '../../components/use-send.ts';

const COUNTS = [10, 20, 40];

/** A new paper: from which bank and part of the chapter, how long, and whether answers are explained at once. */
export function StartForm({ banks }: { banks: readonly BankSummary[] }) {
  const [from, setFrom] = useState('course');
  const [section, setSection] = useState('');
  const [count, setCount] = useState('20');
  const [mode, setMode] = useState<'practice' | 'exam'>('practice');
  const [open, setOpen] = useState(false);
  const { go } = useShopUrl();
  const { busy, fault, send } = useSend();
  const bank = banks.find((one) => one.bank === from) ?? banks[0];
  const sections = Object.entries(QUIZ_SECTIONS).filter(([id]) => (bank?.sections[id as QuizSection] ?? 0) > 0);
  const most = section === '' ? (bank?.marked ?? 0) : (bank?.sections[section as QuizSection] ?? 0);
  const start = async (): Promise<void> => {
    const wish = {
      mode,
      from,
      ...(section !== '' && { section }),
      ...(count !== '' && { count: Number(count) }),
      open,
    };
    go(`/quiz/${await startPaper(wish)}`);
  };
  return (
    <form
      class="quiz-start"
      aria-label="新的试卷"
      onSubmit={(event) => {
        event.preventDefault();
        send(undefined, start);
      }}
    >
      <label>
        题库
        <select
          class="field"
          data-testid="quiz-from"
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
            setSection('');
          }}
        >
          {banks.map((one) => (
            <option key={one.bank} value={one.bank}>
              {one.name}（{one.marked + one.others} 题）
            </option>
          ))}
        </select>
      </label>
      <label>
        范围
        <select
          class="field"
          data-testid="quiz-section"
          value={section}
          disabled={sections.length === 0}
          onChange={(event) => setSection(event.currentTarget.value)}
        >
          <option value="">全部（{bank?.marked ?? 0} 题）</option>
          {sections.map(([id, name]) => (
            <option key={id} value={id}>
              {name}（{bank?.sections[id as QuizSection]} 题）
            </option>
          ))}
        </select>
      </label>
      <label>
        题量
        <select
          class="field"
          data-testid="quiz-count"
          value={count}
          onChange={(event) => setCount(event.currentTarget.value)}
        >
          {COUNTS.map((each) => (
            <option key={each} value={each}>
              {each} 题{each > most ? `（只有 ${most} 题）` : ''}
            </option>
          ))}
          <option value="">全部 {most} 题</option>
        </select>
      </label>
      <fieldset>
        <legend>方式</legend>
        <label>
          <input
            type="radio"
            name="quiz-mode"
            data-testid="quiz-practice"
            checked={mode === 'practice'}
            onChange={() => setMode('practice')}
          />{' '}
          练习：答一题讲一题
        </label>
        <label>
          <input
            type="radio"
            name="quiz-mode"
            data-testid="quiz-exam"
            checked={mode === 'exam'}
            onChange={() => setMode('exam')}
          />{' '}
          考核：交卷以后才看答案
        </label>
      </fieldset>
      <label class="quiz-open">
        <input
          type="checkbox"
          data-testid="quiz-open"
          checked={open}
          onChange={(event) => setOpen(event.currentTarget.checked)}
        />{' '}
        另加简答、论述和操作题（不计入题量，简答和论述由老师批改）
      </label>
      <p class="form-fault" role="alert" data-testid="form-fault">
        {fault}
      </p>
      <button type="submit" class="button primary" data-testid="quiz-start" aria-disabled={busy}>
        开始做题
      </button>
    </form>
  );
}
