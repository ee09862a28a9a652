import type { RemarkVocabulary } from 'fixtures';
import { normalise } from './normalise.ts';
import { findNumbers } from './numbers.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';

/** A number with what it was written as. */
export interface Count {
  value: number;
  text: string;
}

/** How many pieces? `2件`, `两条`, `x2`, `数量2`; several counts may add up (红1件蓝1件). */
export function recogniseQuantity(wanted: string, { body, vocabulary }: Reading): Outcome {
  const target = numberOf(wanted);
  const { units, quantityChecked } = vocabulary;
  const counts = findNumbers(body).flatMap((run): Count[] => {
    const before = body.slice(Math.max(0, run.start - 3), run.start);
    const unit = units.quantity.find((word) => body.startsWith(word, run.end) && !body.startsWith('个月', run.end));
    const times = /[×*]$|(?:^|[^a-z]|[smlgb])x$|数量:?$|共$|件数:?$|各$/.test(before);
    if (unit === undefined && !(times && run.digits > 0)) return [];
    if (/第$/.test(before)) return [];
    return [{ value: run.value, text: body.slice(run.start, run.end + (unit?.length ?? 0)) }];
  });
  return agree(target, counts) ?? checked(body, quantityChecked);
}

function checked(body: string, terms: readonly string[]): Outcome {
  const term = terms.find((word) => body.includes(word));
  return term === undefined ? missing : stated(term);
}

/** How much money? `10元`, `十块`, `10.00`, `邮费15`, `+10`. */
export function recogniseAmount(wanted: string, { body, vocabulary }: Reading): Outcome {
  return agree(numberOf(wanted), findAmounts(body, vocabulary)) ?? missing;
}

/** All sums of money of a text in yuan: with their unit, or right behind a word for a cost or payment. */
export function findAmounts(text: string, { units }: RemarkVocabulary): Count[] {
  return findNumbers(text, true).flatMap((run): Count[] => {
    const unit = units.money.find((word) => text.startsWith(word, run.end));
    const before = text.slice(Math.max(0, run.start - 3), run.start);
    const measured = units.quantity.some((word) => text.startsWith(word, run.end));
    const bare = run.digits > 0 && !measured && /(?:费|邮|款|差价|补|付|拍|\+|¥|金额:?)$/.test(before);
    return unit !== undefined || bare
      ? [{ value: run.value, text: text.slice(run.start, run.end + (unit?.length ?? 0)) }]
      : [];
  });
}

function agree(target: number | undefined, counts: Count[]): Outcome | undefined {
  const exact = counts.find(({ value }) => value === target);
  if (exact) return stated(exact.text);
  const first = counts[0];
  if (!first) return undefined;
  const sum = counts.reduce((total, { value }) => total + value, 0);
  return counts.length > 1 && sum === target
    ? stated(counts.map(({ text }) => text).join('、'))
    : contradicted(first.text);
}

function numberOf(fact: string): number | undefined {
  return findNumbers(normalise(fact), true)[0]?.value;
}
