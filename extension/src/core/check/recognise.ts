import type { RemarkPart } from 'fixtures';
import { recogniseAddress } from './address.ts';
import { recogniseBearer } from './bearer.ts';
import { recogniseCarrier } from './carrier.ts';
import { recogniseGift } from './gift.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { recogniseAmount, recogniseQuantity } from './quantity.ts';
import { recogniseRating } from './rating.ts';
import { denies, says, together } from './says.ts';
import { recogniseCondition, recogniseHold, recogniseNotShipped, recogniseShip } from './shipping.ts';
import { recogniseCause, recogniseTopic } from './topic.ts';
import { recogniseUntil } from './until.ts';
import { recogniseVariant } from './variant.ts';

/** Finds one part in a remark; undefined when the case has no such fact, so that nothing is asked. */
export function recognisePart(part: RemarkPart, reading: Reading): Outcome | undefined {
  switch (part.by) {
    case 'words':
      return recogniseWords(part, reading);
    case 'until':
      return recogniseUntil(reading);
    case 'condition':
      return recogniseCondition(reading);
    case 'hold':
      return recogniseHold(reading);
    case 'not-ship':
      return recogniseNotShipped(reading);
    case 'ship':
      return recogniseShip(reading);
    default: {
      const fact = reading.facts[part.fact];
      return fact === undefined || fact.trim() === '' ? undefined : recogniseFact(part.by, fact, reading);
    }
  }
}

type FactKind = Extract<RemarkPart, { fact: string }>['by'];

function recogniseFact(by: FactKind, fact: string, reading: Reading): Outcome {
  switch (by) {
    case 'gift':
      return recogniseGift(fact, reading);
    case 'topic':
      return recogniseTopic(fact, reading);
    case 'cause':
      return recogniseCause(fact, reading);
    case 'carrier':
      return recogniseCarrier(fact, reading);
    case 'bearer':
      return recogniseBearer(fact, reading);
    case 'address':
      return recogniseAddress(fact, reading);
    case 'variant':
      return recogniseVariant(fact, reading, reading.facts.from);
    case 'quantity':
      return recogniseQuantity(fact, reading);
    case 'amount':
      return recogniseAmount(fact, reading);
    case 'rating':
      return recogniseRating(fact, reading);
  }
}

function recogniseWords(part: Extract<RemarkPart, { by: 'words' }>, { body, vocabulary }: Reading): Outcome {
  const opposite = part.opposite === undefined ? undefined : says(body, part.opposite, vocabulary);
  const clear = opposite
    ? body.slice(0, opposite.start) + '|'.repeat(opposite.end - opposite.start) + body.slice(opposite.end)
    : body;
  const hit = says(clear, part.terms, vocabulary) ?? (part.together && together(body, part.together, vocabulary));
  if (hit) return stated(hit.term);
  const denied = part.opposite === undefined ? undefined : denies(body, part.terms, vocabulary);
  const against = opposite ?? denied;
  if (against) return part.contradicts ? contradicted(against.term) : missing;
  const loose = part.loose && says(body, part.loose, vocabulary);
  return loose ? stated(loose.term) : missing;
}
