import type { RemarkVocabulary } from 'fixtures';
import { normalise } from './normalise.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { clauses, denies, negated, occurrences, says } from './says.ts';

type Side = 'buyer' | 'seller';

interface Payer {
  side: Side;
  start: number;
  end: number;
}

/**
 * Who bears the freight or surcharge? Read clause by clause: a verb of paying and the payer nearest
 * to it (before it rather than after), "运费：买家" without a verb, and turns that need no payer (包邮, 自理, 差价已补).
 * `wanted` is `buyer` or `seller`, or a Chinese word for one.
 */
export function recogniseBearer(wanted: string, { body, vocabulary }: Reading): Outcome {
  const side = sideOf(normalise(wanted), vocabulary);
  if (side === undefined) return missing;
  const parts = clauses(body);
  const back = parts.find((clause) => isRefunded(clause, body, vocabulary));
  const claims =
    back === undefined
      ? parts.flatMap((clause) => readClause(clause, vocabulary))
      : [{ side: 'seller' as const, text: back }];
  const own = claims.find((claim) => claim.side === side);
  if (own) return stated(own.text);
  const other = claims[0];
  return other ? contradicted(other.text) : missing;
}

/** 我们返还, 报销10元, 返10元运费给买家: what the buyer paid is given back. */
function isRefunded(clause: string, body: string, vocabulary: RemarkVocabulary): boolean {
  if (!vocabulary.freight.some((word) => word.length > 1 && body.includes(word))) return false;
  if (says(clause, vocabulary.refunded, vocabulary)) return true;
  return /(?<!往)[返退](?:\d+(?:元|块)?)?(?:运费|邮费|差价|快递费)/.test(clause);
}

function sideOf(word: string, { payers }: RemarkVocabulary): Side | undefined {
  if (word === 'buyer' || payers.buyer.includes(word)) return 'buyer';
  return word === 'seller' || payers.seller.includes(word) ? 'seller' : undefined;
}

function readClause(clause: string, vocabulary: RemarkVocabulary): { side: Side; text: string }[] {
  const text = clause;
  if (says(clause, vocabulary.freeForBuyer, vocabulary)) return [{ side: 'seller', text }];
  if (denies(clause, vocabulary.freeForBuyer, vocabulary)) return [{ side: 'buyer', text }];
  if (says(clause, vocabulary.payers.self, vocabulary)) return [{ side: nearestSelf(clause, vocabulary), text }];

  const payers = findPayers(clause, vocabulary);
  const freight = vocabulary.freight.some((word) => clause.includes(word));
  const verbs = findVerbs(clause, vocabulary, freight, payers);
  const sides = verbs.flatMap((verb) => {
    const payer = payers.findLast(({ end }) => end <= verb.start) ?? payers.find(({ start }) => start >= verb.end);
    if (!payer) return [];
    return [negated(clause, verb.start, vocabulary) ? otherSide(payer.side) : payer.side];
  });
  if (sides[0]) return sides.map((side) => ({ side, text }));

  const beside = freight ? payers.find((payer) => isBesideFreight(clause, payer, vocabulary)) : undefined;
  if (beside) return [{ side: beside.side, text }];
  if (
    payers.every(({ side }) => side === 'buyer') &&
    says(withoutWords(clause, vocabulary.pays.notPaying), vocabulary.settled, vocabulary)
  )
    return [{ side: 'buyer', text }];
  return isTopUp(clause) ? [{ side: 'buyer', text }] : [];
}

/** 自付 means the buyer unless the seller is named right before it. */
function nearestSelf(clause: string, vocabulary: RemarkVocabulary): Side {
  return findPayers(clause, vocabulary).at(-1)?.side ?? 'buyer';
}

function findPayers(clause: string, vocabulary: RemarkVocabulary): Payer[] {
  const { payers, pays } = vocabulary;
  const verbs = [...pays.clear, ...pays.vague];
  const found: Payer[] = [];
  for (const side of ['buyer', 'seller'] as const) {
    for (const word of payers[side]) {
      for (const start of occurrences(clause, word)) {
        const end = start + word.length;
        // One character alone is a payer only right before the verb: 客付, 我出.
        if (word.length === 1 && word !== '亲' && !verbs.some((verb) => clause.startsWith(verb, end))) continue;
        const turned =
          negated(clause, start, vocabulary) || /(?:不收|不让|不要|不用|不向|免)$/.test(clause.slice(0, start));
        found.push({ side: turned ? otherSide(side) : side, start, end });
      }
    }
  }
  // 我 inside 我们, 店 inside 店铺: the longer word covers the shorter.
  return found
    .filter(
      (a) => !found.some((b) => b !== a && b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start),
    )
    .sort((a, b) => a.start - b.start);
}

function findVerbs(
  clause: string,
  { pays, freight }: RemarkVocabulary,
  hasFreight: boolean,
  payers: Payer[],
): { start: number; end: number }[] {
  const excluded = pays.notPaying.flatMap((word) =>
    [...occurrences(clause, word)].map((start) => ({ start, end: start + word.length })),
  );
  const verbs: { start: number; end: number }[] = [];
  for (const word of [...pays.clear, ...pays.vague]) {
    for (const start of occurrences(clause, word)) {
      const end = start + word.length;
      const rest = clause.slice(end);
      const cost = freight.some((cost) => cost.length > 1 && rest.startsWith(cost));
      if (!cost && excluded.some((other) => other.start <= start && end <= other.end)) continue;
      const last = rest === '' || /^[了的)\]】]+$/.test(rest);
      const costs = last || freight.some((cost) => rest.startsWith(cost)) || /^(?:这|了|掉)?[\d+]/.test(rest);
      const afterPayer = payers.some((payer) => payer.end === start);
      if (word === '出' && !costs && !afterPayer) continue;
      if (pays.vague.includes(word) && !hasFreight && !last && !(afterPayer && rest.startsWith('钱'))) continue;
      verbs.push({ start, end });
    }
  }
  return verbs.sort((a, b) => a.start - b.start);
}

function isBesideFreight(clause: string, payer: Payer, { freight }: RemarkVocabulary): boolean {
  const before = clause.slice(Math.max(0, payer.start - 5), payer.start).replace(/[:由归是算让找为都全均]+$/, '');
  const after = clause.slice(payer.end).replace(/^的$/, '');
  return freight.some((word) => word.length > 1 && (before.endsWith(word) || after === word));
}

/** 补10块, +10: somebody adds money, and that is always the buyer. */
function isTopUp(clause: string): boolean {
  return /(?:补|加|\+)(?:了|差价|运费|邮费)?\d+(?:元|块)/.test(clause);
}

/** 已付款 is about the order, not the freight. */
function withoutWords(clause: string, words: readonly string[]): string {
  return words.reduce((text, word) => text.replaceAll(word, '|'), clause);
}

function otherSide(side: Side): Side {
  return side === 'buyer' ? 'seller' : 'buyer';
}
