import type { Question, Quiz, QuizAnswer, QuizItem } from 'fixtures';
import type { ShopState } from '../../state.ts';
import { accountsOf, trainingOf } from '../round.ts';
import { answersOf, isJudged, questionAt } from './papers.ts';
import { type Score, type Share, scoreOf } from './score.ts';
import { undoneSteps } from './task.ts';

/** A question as the paper shows it; what is right is there once it is judged, and not before. */
export interface ShownQuestion {
  no: number;
  /** `gone`: the bank has been removed since. */
  kind: Question['kind'] | 'gone';
  stem: string;
  section?: string;
  /** As they stand on the paper: 单选 and 多选 options, 排序 items, what stands at the right of 匹配. */
  choices: string[];
  /** The left of 匹配. */
  lefts: string[];
  /** 论述 rather than 简答. */
  long: boolean;
  /** Steps of 操作, and whether each is done. */
  steps: { text: string; href: string; done: boolean }[];
  given?: QuizAnswer['given'];
  judged: boolean;
  points?: number;
  right?: Truth;
  /** Key points that the student has ticked. */
  checked?: number[];
}

export interface Component {
  id: string;
  name: string;
}

/** What is right: places on the paper, or texts where there is nothing to choose (accepted words, key points). */
export interface Truth {
  choices: number[];
  texts: string[];
  explain: string;
  components: Component[];
  /** Of each choice; null: none. */
  feedback: (string | null)[];
}

export interface ShownPaper extends Omit<Quiz, 'items'> {
  /** Whose it is, and whether that is who looks at it: others can only look. */
  name: string;
  mine: boolean;
  questions: ShownQuestion[];
  /** Once it is handed in. */
  score?: Omit<Score, 'components'> & { components: (Share & Component)[] };
}

/** A paper as its page shows it. */
export function shownPaper(state: ShopState, quiz: Quiz): ShownPaper {
  const answers = answersOf(state, quiz);
  const { items, ...rest } = quiz;
  const questions = items.map((item, i) => shown(state, quiz, item, i + 1, answers.get(i + 1)));
  const name = accountsOf(state).find((one) => one.account === quiz.account)?.name ?? '';
  const mine = state.session?.account === quiz.account;
  if (!quiz.end) return { ...rest, name, mine, questions };
  const { components, ...score } = scoreOf(state, quiz, answers);
  const named = components.map((one) => ({ ...one, name: nameOf(state, one.id) }));
  return { ...rest, name, mine, questions, score: { ...score, components: named } };
}

/** Components of imported banks may be nobody's. */
function nameOf(state: ShopState, component: string): string {
  return trainingOf(state).QUIZ.COMPONENT_NAMES[component] ?? component;
}

function shown(state: ShopState, quiz: Quiz, item: QuizItem, no: number, answer?: QuizAnswer): ShownQuestion {
  const question = questionAt(state, item);
  const judged = isJudged(quiz, answer);
  const rest = {
    no,
    judged,
    ...(answer && { given: answer.given }),
    ...(answer?.points !== undefined && { points: answer.points }),
    ...(answer?.checked && { checked: answer.checked }),
  };
  if (!question) {
    return {
      ...rest,
      kind: 'gone',
      stem: '这道题所在的题库已经移除。',
      choices: [],
      lefts: [],
      long: false,
      steps: [],
    };
  }
  const undone = question.kind === 'task' ? undoneSteps(state, quiz, question) : [];
  return {
    ...rest,
    kind: question.kind,
    stem: question.stem,
    ...(question.section && { section: question.section }),
    choices: choicesOf(state, question, item.order),
    lefts: question.kind === 'match' ? question.pairs.map(({ left }) => left) : [],
    long: question.kind === 'open' && question.long,
    steps:
      question.kind === 'task'
        ? question.steps.map(({ text, href }, i) => ({ text, href, done: answer !== undefined || !undone.includes(i) }))
        : [],
    ...(judged && { right: truth(state, question, item.order) }),
  };
}

function choicesOf(state: ShopState, question: Question, order: readonly number[]): string[] {
  const own = ownChoices(state, question);
  return order.map((at) => own[at] ?? '');
}

function ownChoices(state: ShopState, question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text }) => text);
    case 'order':
      return question.items;
    case 'match':
      return trainingOf(state).QUIZ.rightsOf(question);
    default:
      return [];
  }
}

function truth(state: ShopState, question: Question, order: readonly number[]): Truth {
  const { explain, components } = question;
  const feedback =
    question.kind === 'single' || question.kind === 'multiple'
      ? order.map((at) => question.options[at]?.feedback ?? null)
      : [];
  return {
    choices: trainingOf(state).QUIZ.rightChoices(question, order),
    texts: textsOf(question),
    explain,
    components: components.map((id) => ({ id, name: nameOf(state, id) })),
    feedback,
  };
}

/** What is right where it is no choice: accepted words, key points. */
function textsOf(question: Question): string[] {
  if (question.kind === 'fill')
    return question.answers.filter(({ percent }) => percent === 100).map(({ text }) => text);
  return question.kind === 'open' ? question.points : [];
}
