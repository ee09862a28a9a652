import { normalise } from './normalise.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { says } from './says.ts';

/** Is the rating named (中评, 差评)? 中差评 names neither; another rating alone contradicts. */
export function recogniseRating(wanted: string, { body, vocabulary }: Reading): Outcome {
  const text = body.split('中差评').join('|');
  const name = normalise(wanted);
  const own = vocabulary.ratings.find((names) => names.includes(name)) ?? [name];
  const right = says(text, own, vocabulary);
  if (right) return stated(right.term);
  const others = vocabulary.ratings.filter((names) => names !== own).flat();
  const other = says(text, others, vocabulary);
  return other ? contradicted(other.term) : missing;
}
