import type { ShownQuestion } from '../../client/quiz-client.ts';

/** 操作: what is to be done in the shop, where, and which of it the shop has seen. */
export function TaskSteps({ question: { steps } }: { question: ShownQuestion }) {
  return (
    <ol class="quiz-steps">
      {steps.map(({ text, href, done }) => (
        <li key={text} class={done ? 'right' : ''} data-done={done}>
          <span class="quiz-text">{text}</span>
          <a href={href}>去做</a>
          <em>{done ? '✓ 做完了' : '还没有做'}</em>
        </li>
      ))}
    </ol>
  );
}
