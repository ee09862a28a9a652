import type { RemarkVocabulary } from 'fixtures';
import { normalise } from './normalise.ts';
import type { Reading } from './outcome.ts';
import { clauses } from './says.ts';
import { cutTopic, TELLING, type TopicTerm } from './topic-terms.ts';

/** As many Chinese characters in a row are more than left-over particles. */
const SAYS_SOMETHING = 2;
const HAN = /\p{Script=Han}/u;

/**
 * A clause that tells a cause or habit in words nobody listed: more is left of it than the routine of the
 * trade (who pays, what is sent, apologies, the variant), and no known word of it tells something else than `terms`.
 * Causes cannot be listed; a student who writes one in own words must not be told it is missing.
 */
export function unexplainedClause(
  terms: readonly TopicTerm[],
  { body, facts, vocabulary }: Reading,
): string | undefined {
  const own = new Set(terms.flatMap(({ words }) => words));
  const rivals = rivalWords(terms, vocabulary);
  const named = [facts.to, facts.from, facts.keep].flatMap((fact) => fact?.split(/\s+/).map(normalise) ?? []);
  return clauses(body).find(
    (clause) =>
      longestLeft(
        clause,
        named.filter((word) => word !== ''),
        vocabulary,
      ) >= SAYS_SOMETHING &&
      !rivals.some((word) => clause.includes(word)) &&
      cutTopic(clause, vocabulary).every(
        (term) => term.free || term.weight < TELLING || term.words.some((word) => own.has(word)),
      ),
  );
}

/**
 * Two characters in a row of the cause itself that no remark has for another reason (撞色 of 与男朋友撞色想换):
 * they tell of the same thing.
 */
export function sharedPair(cause: string, { body, facts, vocabulary }: Reading): string | undefined {
  const routine = [...routineWords(vocabulary).values()].flat();
  const named = [facts.to, facts.from, facts.keep].flatMap((fact) => (fact === undefined ? [] : [normalise(fact)]));
  for (let i = 0; i + 2 <= cause.length; i += 1) {
    const pair = cause.slice(i, i + 2);
    if (!body.includes(pair) || !/^\p{Script=Han}{2}$/u.test(pair)) continue;
    if (![...named, ...routine].some((word) => word.includes(pair))) return pair;
  }
  return undefined;
}

/** How many Chinese characters in a row belong to no routine word and none of `named`. */
function longestLeft(clause: string, named: readonly string[], vocabulary: RemarkVocabulary): number {
  const known = routineWords(vocabulary);
  let longest = 0;
  let run = 0;
  for (let at = 0; at < clause.length; ) {
    const words = [...named, ...(known.get(clause.charAt(at)) ?? [])];
    const length = Math.max(0, ...words.filter((word) => clause.startsWith(word, at)).map((word) => word.length));
    run = length === 0 && HAN.test(clause.charAt(at)) ? run + 1 : 0;
    longest = Math.max(longest, run);
    at += length || 1;
  }
  return longest;
}

const routines = new WeakMap<RemarkVocabulary, Map<string, string[]>>();

/** Everything a remark says anyway, by its first character. */
function routineWords(vocabulary: RemarkVocabulary): Map<string, string[]> {
  const { colours, payers, pays, ship, shipFillers, urge } = vocabulary;
  let known = routines.get(vocabulary);
  if (!known) {
    const words = [
      ...[vocabulary.routine, vocabulary.fillers, vocabulary.negators, vocabulary.sameVariant, colours.bases],
      ...[vocabulary.freight, vocabulary.freeForBuyer, vocabulary.settled, pays.clear, pays.vague, pays.notPaying],
      ...[payers.buyer, payers.seller, payers.self, vocabulary.hold, ship, urge, shipFillers],
      ...[...vocabulary.carriers, ...vocabulary.ratings, ...vocabulary.subjects, ...vocabulary.sizes],
    ].flat();
    known = Map.groupBy(new Set(words), (word) => word.charAt(0));
    routines.set(vocabulary, known);
  }
  return known;
}

/** What names clearly another subject than the topic's: the courier for the battery, the screen for the camera. */
export function rivalWords(terms: readonly TopicTerm[], { subjects, rivals }: RemarkVocabulary): string[] {
  const own = new Set(terms.flatMap(({ words }) => words));
  const isOwn = (group: readonly string[]) => group.some((word) => own.has(word));
  const named = (names: readonly string[]) => subjects.filter(([name]) => name !== undefined && names.includes(name));
  const parts = named(rivals.parts);
  return [...named(rivals.always), ...(parts.some(isOwn) ? parts : [])]
    .filter((group) => !isOwn(group))
    .flatMap((group) => group.filter((word) => word.length > 1));
}
