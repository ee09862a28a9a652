import { flagRemarkTable, type RemarkTable } from 'fixtures';
import { recogniseKept } from './gift.ts';
import { gbkBytes, normalise } from './normalise.ts';
import type { Outcome, Reading } from './outcome.ts';
import { recognisePart } from './recognise.ts';
import { readSignature, type Signature } from './signature.ts';

/** A remark and what it has to agree with. */
export interface RemarkInput {
  /** One of the table's situations. */
  situation: string;
  /** TOP's number 0–5 or a colour's name (`red` … `purple`, `grey`). */
  flag: number | string;
  facts: Readonly<Record<string, string>>;
  /** Name of who signs … */
  signer: string;
  /** … and other names that count, e.g. the 旺旺 id. */
  aliases?: readonly string[];
  memo: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/** One fault with the rule it rests on: `wrong-flag`, `missing:PART`, `contradicts:FACT`, `signer-missing`, … */
export interface RemarkFinding {
  rule: string;
  message: string;
  suggestion: string;
  about: 'flag' | 'text' | 'sign';
}

export interface RemarkVerdict {
  /** No findings. */
  ok: boolean;
  findings: RemarkFinding[];
  /** What was understood of the remark, part by part, in the remark's (normalised) words. */
  recognised: { part: string; text: string }[];
}

type Wording = { message: string; suggestion: string };

/** Characters of a remark that are read for content: more than twice what the shop stores. Bounds the work on hostile text. */
const READ_AT_MOST = 2000;

/**
 * Judges a flag and its remark by the rules of the table: one finding per fault, none for a good
 * remark in whatever style. Never throws for any `memo`; throws a `RangeError` for a situation or
 * flag that the table does not have.
 */
export function checkRemark(input: RemarkInput, table: RemarkTable = flagRemarkTable()): RemarkVerdict {
  const rules = table.situations.find(({ situation }) => situation === input.situation);
  if (!rules) throw new RangeError(`没有「${input.situation}」这种情况`);
  const chosen = table.flags.find(({ flag, colour }) => flag === input.flag || colour === input.flag);
  if (!chosen) throw new RangeError(`没有「${input.flag}」这种旗`);

  const signature = sign(input, table);
  const reading: Reading = {
    body: signature.body.slice(0, READ_AT_MOST),
    facts: { ...input.facts },
    vocabulary: table.vocabulary,
    day: signature.date?.iso ?? input.today,
  };
  const text = judgeText(rules.parts, reading, table);
  const findings = [
    ...(chosen.flag === rules.flag ? [] : [finding('wrong-flag', table.wrongFlag, 'flag', chosen.meaning)]),
    ...text.findings,
    ...judgeSignature(signature, input, table),
    ...judgeLength(input.memo, table),
  ];
  return { ok: findings.length === 0, findings, recognised: [...text.recognised, ...recognisedSignature(signature)] };
}

function sign({ memo, signer, aliases = [], today, facts }: RemarkInput, table: RemarkTable): Signature {
  return readSignature(normalise(memo), [signer, ...aliases], table.vocabulary.signatureLabels, today, facts.until);
}

function judgeText(
  parts: RemarkTable['situations'][number]['parts'],
  reading: Reading,
  table: RemarkTable,
): Omit<RemarkVerdict, 'ok'> {
  const findings: RemarkFinding[] = [];
  const recognised: RemarkVerdict['recognised'] = [];
  const take = (
    part: string,
    fact: string,
    outcome: Outcome,
    wording: { missing: Wording; contradicts?: Wording | undefined },
  ) => {
    if (outcome.state === 'stated') {
      if (outcome.text !== '') recognised.push({ part, text: outcome.text });
    } else if (outcome.state === 'missing') {
      findings.push(finding(`missing:${part}`, wording.missing, 'text'));
    } else {
      findings.push(finding(`contradicts:${fact}`, wording.contradicts ?? wording.missing, 'text', outcome.text));
    }
  };
  for (const part of parts) {
    const outcome = recognisePart(part, reading);
    if (!outcome || (outcome.state === 'missing' && 'mayOmit' in part && part.mayOmit)) continue;
    // Who writes the opposite of holding has one fault, not also a missing date.
    if (part.by === 'until' && outcome.state === 'missing' && findings.some(({ rule }) => rule === 'contradicts:hold'))
      continue;
    const contradicts = 'contradicts' in part ? part.contradicts : undefined;
    const id =
      part.by === 'until' && reading.facts.until === undefined && reading.facts.reason !== undefined
        ? 'reason'
        : part.id;
    take(id, contradicts?.fact ?? id, outcome, { missing: part.missing, contradicts });
  }
  if (reading.facts.keep) take('keep', 'keep', recogniseKept(reading.facts.keep, reading), { missing: table.keep });
  return { findings, recognised };
}

function judgeSignature({ name, date }: Signature, { today }: RemarkInput, table: RemarkTable): RemarkFinding[] {
  const findings = name === undefined ? [finding('signer-missing', table.signerMissing, 'sign')] : [];
  if (!date) findings.push(finding('date-missing', table.dateMissing, 'sign'));
  else if (date.iso === undefined) findings.push(finding('date-invalid', table.dateInvalid, 'sign', date.text));
  else if (date.iso > today) findings.push(finding('date-future', table.dateFuture, 'sign', date.text));
  return findings;
}

function judgeLength(memo: string, table: RemarkTable): RemarkFinding[] {
  const bytes = gbkBytes(memo);
  return bytes > table.maxBytes ? [finding('too-long', table.tooLong, 'text', String(bytes))] : [];
}

function recognisedSignature({ name, date }: Signature): RemarkVerdict['recognised'] {
  return [
    ...(name === undefined ? [] : [{ part: 'signer', text: name }]),
    ...(date === undefined ? [] : [{ part: 'date', text: date.text }]),
  ];
}

function finding(
  rule: string,
  { message, suggestion }: Wording,
  about: RemarkFinding['about'],
  found = '',
): RemarkFinding {
  // The found words may hold anything; a function keeps `$&` in them from meaning something.
  return { rule, message: message.replace('{found}', () => found.slice(0, 40)), suggestion, about };
}
