import type { RemarkVocabulary } from 'fixtures';

/** Weight of a word that carries the meaning, and of one that only names the subject. */
export const TELLING = 3;
const SUBJECT = 1;

/** A word of a topic with everything that says the same. */
export interface TopicTerm {
  words: readonly string[];
  weight: number;
  /** Not in the vocabulary: compared by its characters too. */
  free: boolean;
}

/** Cuts a normalised topic: known words first, the longest at each place; what is left over between fillers are free terms. */
export function cutTopic(thing: string, vocabulary: RemarkVocabulary): TopicTerm[] {
  const { synonyms, subjects, fillers, units } = vocabulary;
  const terms: TopicTerm[] = [];
  let rest = '';
  const flush = () => {
    if (rest !== '') terms.push({ words: [rest], weight: rest.length > 1 ? TELLING : SUBJECT, free: true });
    rest = '';
  };
  const plain = thing.replace(/\d+(?:\.\d+)?/g, (number, at: number) =>
    units.money.some((unit) => thing.startsWith(unit, at + number.length)) ? ' ' : number,
  );
  for (let at = 0; at < plain.length; ) {
    const telling = best(synonyms, plain, at);
    const subject = best(subjects, plain, at);
    const filler = fillers.filter((word) => plain.startsWith(word, at)).sort((a, b) => b.length - a.length)[0] ?? '';
    const asSubject = (subject?.length ?? 0) > (telling?.length ?? 0);
    const group = asSubject ? subject : telling;
    if (group && group.length > filler.length) {
      flush();
      // A word may be in several groups (晚 is a time of day and a delay): any of them will do.
      const source = asSubject ? subjects : synonyms;
      terms.push({
        words: source.filter((words) => words.includes(group)).flat(),
        weight: asSubject ? SUBJECT : TELLING,
        free: false,
      });
      at += group.length;
    } else if (filler !== '' || !/[\p{Script=Han}a-z0-9]/u.test(plain.charAt(at))) {
      flush();
      at += Math.max(1, filler.length);
    } else {
      rest += plain.charAt(at);
      at += 1;
    }
  }
  flush();
  // A number of yuan is judged by itself; its unit is no term.
  return terms.filter((term) => !(term.free && units.money.includes(term.words[0] ?? '')));
}

/** Words of each list of groups by their first character: each place of a topic asks for them. */
const initials = new WeakMap<readonly string[][], Map<string, string[]>>();

/** The longest word of these groups at a place. */
function best(groups: readonly string[][], text: string, at: number): string | undefined {
  let byInitial = initials.get(groups);
  if (!byInitial) {
    byInitial = Map.groupBy(groups.flat(), (word) => word.charAt(0));
    initials.set(groups, byInitial);
  }
  let longest: string | undefined;
  for (const word of byInitial.get(text.charAt(at)) ?? [])
    if (word.length > (longest?.length ?? 0) && text.startsWith(word, at)) longest = word;
  return longest;
}
