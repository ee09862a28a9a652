import type { RemarkVocabulary } from 'fixtures';

/** What a recogniser found out about one part of a remark; `text` is the words it rests on. */
export type Outcome =
  | { state: 'stated'; text: string }
  | { state: 'contradicted'; text: string }
  | { state: 'missing' };

export const missing: Outcome = { state: 'missing' };

export function stated(text: string): Outcome {
  return { state: 'stated', text };
}

export function contradicted(text: string): Outcome {
  return { state: 'contradicted', text };
}

/** What recognisers of parts read: the remark without its signature, normalised, and the words to know. */
export interface Reading {
  body: string;
  facts: Record<string, string>;
  vocabulary: RemarkVocabulary;
  /** `YYYY-MM-DD`: day of the remark, or today when it has none. */
  day: string;
}
