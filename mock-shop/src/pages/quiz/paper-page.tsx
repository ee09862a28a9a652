import { useLayoutEffect, useState } from 'preact/hooks';
import { getPaper, handInPaper, type ShownPaper } from '../../client/quiz-client.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { ErrorBar } from '../../components/notice.tsx';
import { useShopUrl, withChat } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { QuestionBox } from './question-box.tsx';
import { ScoreCard } from './score-card.tsx';
import '../sold/sold.css';
import '../../components/training/desk-pages.css';
import './quiz.css';

/** Another paper starts from nothing. */
export function PaperRoute({ params }: { params: { id: string } }) {
  return <PaperPage key={params.id} id={params.id} />;
}

function PaperPage({ id }: { id: string }) {
  const paper = useAsked(
    id,
    () => getPaper(id),
    ({ type }) => /^(?:quiz|account|chat|visitor)\./.test(type),
  );
  useLayoutEffect(() => {
    document.title = '做题 - 巩固与提高 - 练习店铺 · 卖家中心';
  }, []);
  return (
    <main class="page" id="content">
      <p class="training-crumbs">
        <a href="/quiz" data-testid="quiz-back">
          巩固与提高
        </a>
      </p>
      {paper.fault && <ErrorBar text={paper.fault} onRetry={paper.reload} />}
      {!paper.value && !paper.fault && <p class="faint">正在读取…</p>}
      {paper.value && !(paper.fault && paper.subCode !== '') && <Paper paper={paper.value} />}
    </main>
  );
}

function Paper({ paper }: { paper: ShownPaper }) {
  const { path, search, chat, go } = useShopUrl();
  const [handing, setHanding] = useState(false);
  const { quiz_id, questions, mode, end, mine } = paper;
  const wanted = Number(new URLSearchParams(search).get('no'));
  const first = questions.find(({ given }) => !given)?.no ?? 1;
  const no = Number.isInteger(wanted) && wanted >= 1 && wanted <= questions.length ? wanted : end ? 0 : first;
  const href = (at: number): string => withChat(path, at === 0 ? '' : `?no=${at}`, chat);
  const question = questions[no - 1];
  const empty = questions.filter(({ given }) => !given).length;
  return (
    <>
      <h1 class="page-title">
        第 {quiz_id.split('-')[1]} 份试卷 · {mode === 'exam' ? '考核' : '练习'}
        {!mine && <span class="faint">（{paper.name || paper.account} 的，只能看）</span>}
      </h1>
      <div class="quiz-work">
        <div class="quiz-main">
          {question ? (
            <QuestionBox
              key={question.no}
              paper={paper}
              question={question}
              onNext={no < questions.length ? () => go(href(no + 1)) : undefined}
            />
          ) : (
            paper.score && <ScoreCard score={paper.score} empty={empty} />
          )}
        </div>
        <AnswerSheet paper={paper} no={no} href={href}>
          {!end && mine && (
            <button type="button" class="button" data-testid="quiz-hand-in" onClick={() => setHanding(true)}>
              {mode === 'exam' ? '交卷' : '结束练习，看结果'}
            </button>
          )}
          {end && no !== 0 && (
            <a class="button" href={href(0)} data-testid="quiz-result">
              看结果
            </a>
          )}
        </AnswerSheet>
      </div>
      {handing && (
        <FormDialog
          name="hand-in-dialog"
          heading={mode === 'exam' ? '交卷' : '结束练习'}
          label={mode === 'exam' ? '确定交卷' : '结束'}
          no="继续做"
          onClosed={() => setHanding(false)}
          onYes={async () => {
            await handInPaper(quiz_id);
            go(href(0), true);
          }}
        >
          <p>
            {empty > 0 ? `还有 ${empty} 题没有答，没答的算 0 分。` : '都答完了。'}
            {mode === 'exam' ? '交卷以后不能再改，可以看答案和解析。' : '结束以后不能再答，可以把错题重做一遍。'}
          </p>
        </FormDialog>
      )}
    </>
  );
}
