import type { Matcher, Step } from 'fixtures';
import { checkRemark } from '../check/flag-remark.ts';
import type { Judged, Reason } from './state.ts';

/**
 * Judges an input by a matcher. A `flag-remark` matcher judges the text only: the flag has a step
 * of its own. `today` is the world's day, `YYYY-MM-DD`.
 */
export function judgeInput(matcher: Matcher, input: string, today: string): Reason[] {
  switch (matcher.kind) {
    case 'exact':
      return input === matcher.value ? [] : [{ clause: 'wrong-input', text: '' }];
    case 'one-of':
      return matcher.values.includes(input) ? [] : [{ clause: 'wrong-input', text: '' }];
    case 'flag-remark':
      return checkRemark({
        situation: matcher.situation,
        flag: Number(matcher.flag),
        facts: typeof matcher.facts === 'string' ? {} : matcher.facts,
        signer: matcher.signer,
        aliases: matcher.aliases ?? [],
        memo: input,
        today,
      })
        .findings.filter((finding) => finding.about !== 'flag')
        .map((finding) => ({ clause: finding.rule, text: finding.message }));
  }
}

type StepJudgement = Judged & { slip: boolean };

/** What was judged last: a text is judged when it is typed, and again when the shop says that it was saved. */
const last = new WeakMap<Step, { today: string; judgement: StepJudgement }>();

/** The whole judgement of a step's input: right, a known slip, or otherwise wrong. */
export function judgeStepInput(step: Step, input: string, today: string): StepJudgement {
  const before = last.get(step);
  if (before?.today === today && before.judgement.input === input) return before.judgement;
  const judgement = judgeAnew(step, input, today);
  last.set(step, { today, judgement });
  return judgement;
}

function judgeAnew(step: Step, input: string, today: string): StepJudgement {
  const reasons = step.input ? judgeInput(step.input, input, today) : [];
  if (reasons.length === 0) return { ok: true, input, reasons, slip: false };
  const slip = step.slips?.find((known) => judgeInput(known.when, input, today).length === 0);
  if (slip) return { ok: false, input, reasons: [{ clause: slip.clause, text: slip.message }], slip: true };
  return {
    ok: false,
    input,
    reasons: reasons.map((r) => ({ ...r, text: r.text || `${step.title}：不是这里要的` })),
    slip: false,
  };
}
