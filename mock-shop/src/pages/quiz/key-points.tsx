import { useRef, useState } from 'preact/hooks';
import { checkPoints, type ShownPaper, type ShownQuestion } from '../../client/quiz-client.ts';
import { useSend } from '../../components/use-send.ts';

/** 对照要点: the student ticks what the own answer says; the teacher sees it when marking. */
export function KeyPoints({ paper: { quiz_id, mine }, question }: { paper: ShownPaper; question: ShownQuestion }) {
  const { no, right, given, checked = [] } = question;
  const [ticked, setTicked] = useState<readonly number[]>(checked);
  const wanted = useRef<readonly number[]>(checked);
  const { fault, send } = useSend();
  const points = right?.texts ?? [];
  if (!given || points.length === 0) return null;
  const tick = (at: number, on: boolean): void => {
    wanted.current = on ? [...wanted.current, at] : wanted.current.filter((one) => one !== at);
    setTicked(wanted.current);
    // While one is under way, it goes on with what has been ticked meanwhile.
    send(undefined, async () => {
      try {
        let sent: readonly number[];
        do {
          sent = wanted.current;
          await checkPoints(quiz_id, no, sent);
        } while (sent !== wanted.current);
      } catch (error) {
        wanted.current = checked;
        setTicked(checked);
        throw error;
      }
    });
  };
  return (
    <fieldset class="quiz-points" disabled={!mine}>
      <legend>
        对照参考要点，勾出自己写到的（{ticked.length} / {points.length}）。分数由老师批改。
      </legend>
      {points.map((point, at) => (
        <label key={point}>
          <input
            type="checkbox"
            data-testid="quiz-point"
            checked={ticked.includes(at)}
            onChange={(event) => tick(at, event.currentTarget.checked)}
          />{' '}
          {point}
        </label>
      ))}
      <p class="form-fault" role="alert">
        {fault}
      </p>
    </fieldset>
  );
}
