import type { RemarkVocabulary } from 'fixtures';
import { normalise } from './normalise.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { findAmounts } from './quantity.ts';
import { clauses, occurrences, says } from './says.ts';
import { cutTopic, TELLING, type TopicTerm } from './topic-terms.ts';
import { rivalWords, sharedPair, unexplainedClause } from './unexplained.ts';

/** A topic is stated when this share of its weight is found: a gift by its name, a cause or habit more loosely. */
const ENOUGH = 0.5;
const ENOUGH_OF_A_GIFT = 0.6;

/**
 * Is this topic (a gift, a cause, a habit, a purpose) stated, in its own or other words? The topic is
 * cut into known words, each of which may be said by a synonym, and the rest, which is compared by its characters.
 * Amounts of money in the topic must agree. `strict`: an unknown word must be there almost literally.
 */
export function recogniseTopic(topic: string, reading: Reading, strict = false): Outcome {
  const thing = normalise(topic);
  const whole = recogniseThing(thing, reading, strict);
  if (strict || whole.state !== 'missing') return whole;
  // Of a habit or cause told in several clauses, one recognisable clause will do.
  const parts = clauses(thing).filter((clause) => clause !== '');
  return (
    parts.map((clause) => recogniseThing(clause, reading, strict)).find(({ state }) => state === 'stated') ?? whole
  );
}

function recogniseThing(thing: string, { body, vocabulary }: Reading, strict: boolean): Outcome {
  const money = findAmounts(thing, vocabulary)[0]?.value;
  const told = findAmounts(body, vocabulary);
  const agreed = told.find(({ value }) => value === money);
  if (money !== undefined && told[0] && !agreed) return contradicted(told[0].text);

  const terms = cutTopic(thing, vocabulary);
  const opposite = contrary(terms, body, vocabulary);
  if (opposite !== undefined) return contradicted(opposite);
  if (money !== undefined) terms.push({ words: [agreed?.text ?? `${money}`], weight: TELLING, free: false });

  const found = terms.map((term) => find(term, body, vocabulary, strict));
  if (!strict && saidOfARival(terms, found, body, vocabulary)) return missing;
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  const share = terms.reduce((sum, term, i) => sum + (found[i] === undefined ? 0 : term.weight), 0) / (weight || 1);
  const named = found.find((text) => text !== undefined);
  // What a thing is stands last in its name: 贺卡 does for 生日贺卡.
  const head =
    strict && money === undefined && terms.length > 1 && terms.at(-1)?.weight === TELLING ? found.at(-1) : undefined;
  if (head !== undefined) return stated(head);
  if (named === undefined || share < (strict ? ENOUGH_OF_A_GIFT : ENOUGH)) {
    const more = strict ? undefined : saysMoreOf(terms, body, vocabulary);
    return more === undefined ? missing : stated(more);
  }
  return stated(named);
}

/** 快递慢 is not 客服回复慢: what was found is said of another subject, and the topic's own subject nowhere. */
function saidOfARival(
  terms: TopicTerm[],
  found: (string | undefined)[],
  body: string,
  vocabulary: RemarkVocabulary,
): boolean {
  const { always, parts } = vocabulary.rivals;
  const own = terms.findIndex(
    (term) =>
      !term.free && term.weight < TELLING && term.words.some((word) => always.includes(word) || parts.includes(word)),
  );
  if (own < 0 || found[own] !== undefined) return false;
  const rivals = rivalWords(terms, vocabulary);
  return found.some(
    (text) =>
      text !== undefined &&
      [...occurrences(body, text)].some((at) =>
        rivals.some((rival) => body.slice(Math.max(0, at - rival.length - 2), at).includes(rival)),
      ),
  );
}

function find(term: TopicTerm, body: string, vocabulary: RemarkVocabulary, strict: boolean): string | undefined {
  const hit = says(body, term.words, vocabulary);
  if (hit) return hit.term;
  const word = term.words[0] ?? '';
  return term.free && word.length >= 2 && (strict ? pairsOccur(word, body) : charactersOccur(word, body))
    ? word
    : undefined;
}

/** Does the noun at the end of `word` (音箱 of 蓝牙音箱), or six of ten neighbouring character pairs, occur in `body`? */
function pairsOccur(word: string, body: string): boolean {
  if (word.length > 2 && body.includes(word.slice(-2))) return true;
  let shared = 0;
  for (let i = 0; i + 1 < word.length; i += 1) if (body.includes(word.slice(i, i + 2))) shared += 1;
  return shared / (word.length - 1) >= 0.6;
}

/** Does at least half of the characters of `word` occur in `body` (袖口 for 袖子)? */
function charactersOccur(word: string, body: string): boolean {
  return [...word].filter((char) => body.includes(char)).length / [...word].length >= 0.5;
}

/** A cause or a habit: as a topic, and told in words nobody could list. */
export function recogniseCause(topic: string, reading: Reading): Outcome {
  const known = recogniseTopic(topic, reading);
  if (known.state !== 'missing') return known;
  const pair = sharedPair(normalise(topic), reading);
  if (pair !== undefined) return stated(pair);
  const clause = unexplainedClause(cutTopic(normalise(topic), reading.vocabulary), reading);
  return clause === undefined ? missing : stated(clause);
}

/**
 * A clause that says something of the same subject in words we do not know (尺码不太对 for 尺码偏小): taken for
 * the topic, since causes cannot be listed. Not where the clause speaks of the exchange itself.
 */
function saysMoreOf(terms: TopicTerm[], body: string, { fillers }: RemarkVocabulary): string | undefined {
  const subjects = terms
    .filter(({ weight }) => weight < TELLING)
    .flatMap(({ words }) => words.filter((word) => word.length > 1));
  return clauses(body).find((clause) => {
    const subject = subjects.find((word) => clause.includes(word));
    if (subject === undefined || /[换发寄退补]/.test(clause)) return false;
    const rest = fillers.reduce((text, word) => text.replaceAll(word, ''), clause.replace(subject, ''));
    return /\p{Script=Han}/u.test(rest);
  });
}

/** The words of the opposite, when the body says them and not the topic's own. */
function contrary(terms: TopicTerm[], body: string, vocabulary: RemarkVocabulary): string | undefined {
  const groupOf = (name: string) => vocabulary.synonyms.find((words) => words[0] === name) ?? [name];
  for (const [a, b] of vocabulary.opposites) {
    for (const [own, other] of [[a, b] as const, [b, a] as const]) {
      const tells = (name: string) => terms.some((term) => term.words[0] === name);
      if (!tells(own) || tells(other)) continue;
      const hit = says(body, groupOf(other), vocabulary);
      if (hit && !says(body, groupOf(own), vocabulary)) return hit.term;
    }
  }
  return undefined;
}
