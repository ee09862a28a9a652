import type { RemarkVocabulary } from 'fixtures';

/** A term found in a text. */
export interface Hit {
  term: string;
  start: number;
  end: number;
}

type Negation = Pick<RemarkVocabulary, 'negators' | 'notNegators'>;
const NOWHERE: readonly number[] = [];
const CLAUSE_ENDS = new Set([...',。;；!！?？…']);

/** The first of these terms that the text has and does not negate. */
export function says(text: string, terms: readonly string[], negation: Negation): Hit | undefined {
  for (const term of terms) {
    for (const start of occurrences(text, term)) {
      if (!negated(text, start, negation)) return { term, start, end: start + term.length };
    }
  }
  return undefined;
}

/** The first of these terms that the text has in a negated form; the hit includes the negator. */
export function denies(text: string, terms: readonly string[], negation: Negation): Hit | undefined {
  for (const term of terms) {
    for (const start of occurrences(text, term)) {
      const negator = negatorBefore(text, start, negation);
      if (negator !== undefined) {
        return { term: negator + term, start: start - negator.length, end: start + term.length };
      }
    }
  }
  return undefined;
}

/** Two words, one of each list, in one clause and not negated. */
export function together(
  text: string,
  pair: readonly [readonly string[], readonly string[]],
  negation: Negation,
): Hit | undefined {
  let start = 0;
  for (const clause of clauses(text)) {
    const first = says(clause, pair[0], negation);
    const second = first && says(clause, pair[1], negation);
    if (first && second) {
      const from = Math.min(first.start, second.start);
      const to = Math.max(first.end, second.end);
      return { term: clause.slice(from, to), start: start + from, end: start + to };
    }
    start += clause.length + 1;
  }
  return undefined;
}

/** The text between marks that end a clause. */
export function clauses(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i === text.length || CLAUSE_ENDS.has(text.charAt(i))) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return parts;
}

/** Where a term begins; a term of ASCII letters must stand as a word of its own. */
export function occurrences(text: string, term: string): readonly number[] {
  // A fact may come to nothing once it is normalised; nothing occurs nowhere.
  let at = term === '' ? -1 : text.indexOf(term);
  // Of some thousand terms a remark has a handful: the others must cost next to nothing.
  if (at < 0) return NOWHERE;
  const word = /^[a-z&]+$/.test(term);
  const found: number[] = [];
  for (; at >= 0; at = text.indexOf(term, at + 1)) {
    if (!word || (!/[a-z]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(at + term.length)))) found.push(at);
  }
  return found;
}

export function negated(text: string, start: number, negation: Negation): boolean {
  return negatorBefore(text, start, negation) !== undefined;
}

function negatorBefore(text: string, start: number, { negators, notNegators }: Negation): string | undefined {
  const before = text.slice(Math.max(0, start - 5), start);
  if (notNegators.some((word) => before.endsWith(word))) return undefined;
  return negators.filter((word) => before.endsWith(word)).sort((a, b) => b.length - a.length)[0];
}
