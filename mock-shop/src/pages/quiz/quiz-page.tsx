import { useLayoutEffect } from 'preact/hooks';
import { getQuizHome, type QuizHome, startPaper } from '../../client/quiz-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { useShopUrl } from '../../components/shop-url.ts';
import { SignInForm } from '../../components/training/sign-in-form.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { useSend } from '../../components/use-send.ts';
import { BanksSection } from './banks-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { StartForm } from './start-form.tsx';
import '../sold/sold.css';
import '../../components/training/desk-pages.css';
import './quiz.css';

/** 巩固与提高: a new paper, the wrong ones again, papers done, and the banks. Source: textbook 6. */
export function QuizPage() {
  const home = useAsked('quiz', getQuizHome, ({ type }) => /^(?:quiz|account|roster)\./.test(type));
  useLayoutEffect(() => {
    document.title = '巩固与提高 - 练习店铺 · 卖家中心';
  }, []);
  return (
    <main class="page" id="content">
      <h1 class="page-title">巩固与提高</h1>
      {home.fault && <ErrorBar text={home.fault} onRetry={home.reload} />}
      {!home.value && !home.fault && <p class="faint">正在读取…</p>}
      {home.value && !home.value.account && <SignInForm system="巩固与提高" />}
      {home.value?.account && <Home home={home.value} account={home.value.account} />}
    </main>
  );
}

function Home({ home, account }: { home: QuizHome; account: NonNullable<QuizHome['account']> }) {
  const running = home.papers.find((one) => !one.end && one.account === account.account);
  const manages = account.role === 'teacher' || account.role === 'admin';
  return (
    <>
      {running ? (
        <section class="quiz-running" aria-label="没有做完的试卷" data-testid="quiz-running">
          <p>
            有一份{running.mode === 'exam' ? '考核' : '练习'}没有做完：答了{' '}
            <b class="num">
              {running.answered} / {running.total}
            </b>{' '}
            题。
          </p>
          <a class="button primary" href={`/quiz/${running.quiz_id}`} data-testid="quiz-resume">
            接着做
          </a>
        </section>
      ) : (
        <>
          <StartForm banks={home.banks} />
          {home.wrong > 0 && <WrongAgain count={home.wrong} />}
        </>
      )}
      <PapersSection papers={home.papers} banks={home.banks} whose={account.role !== 'student'} />
      {manages && <BanksSection banks={home.banks} />}
    </>
  );
}

function WrongAgain({ count }: { count: number }) {
  const { go } = useShopUrl();
  const { busy, fault, send } = useSend();
  return (
    <section class="quiz-running" aria-label="错题重做">
      <p>
        有 <b class="num">{count}</b> 道题上一次没有全对。
      </p>
      <button
        type="button"
        class="button"
        data-testid="quiz-wrong"
        aria-disabled={busy}
        onClick={() =>
          send(undefined, async () => go(`/quiz/${await startPaper({ mode: 'practice', from: 'wrong', open: true })}`))
        }
      >
        错题重做
      </button>
      <p class="form-fault" role="alert">
        {fault}
      </p>
    </section>
  );
}
