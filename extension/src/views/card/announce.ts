import type { CardState } from './state.ts';
import { TEXT, VERDICTS } from './text.ts';

/** What a screen reader should say now that the card has changed, or null. The most urgent comes alone. */
export function announcement(before: CardState, after: CardState): string | null {
  if (after.updated) return before.updated ? null : TEXT.updated;
  if (after.held) return after.held === before.held ? null : `${TEXT.held}。${bare(after.held)}`;
  const view = after.offer?.running ? null : after.view;
  if (!view) return after.offer && after.offer !== before.offer ? `${TEXT.card}：${after.offer.title}` : null;
  const said: string[] = [];
  const old = before.view;
  if (view.notice && view.notice !== old?.notice) said.push(view.notice);
  if (view.ended && !old?.ended) {
    const { reason, score, max } = view.ended;
    said.push(TEXT.ended[reason], score === undefined || max === undefined ? '' : TEXT.score(score, max));
  }
  if (view.verdict && view.verdict.event !== old?.verdict?.event) {
    said.push(`${VERDICTS[view.verdict.kind].name}。${view.verdict.text}`);
  }
  const hint = view.hints?.shown.at(-1);
  if (hint && (old?.hints?.step !== view.hints?.step || hint.level !== old?.hints?.shown.at(-1)?.level))
    said.push(hint.text);
  if ((view.mode === 'guided' || view.mode === 'demo') && view.step && view.step.id !== old?.step?.id)
    said.push(view.step.instruction);
  return said.length > 0 ? bare(said.filter(Boolean).join('。')) : null;
}

/** Without the marks that make a name stand out. */
function bare(text: string): string {
  return text.replaceAll('**', '').replace(/。+/g, '。');
}
