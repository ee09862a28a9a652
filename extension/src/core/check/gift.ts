import type { RemarkVocabulary } from 'fixtures';
import { recogniseCarrier } from './carrier.ts';
import { normalise } from './normalise.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { clauses, denies } from './says.ts';
import { recogniseTopic } from './topic.ts';

/**
 * Are the things promised named? Several joined by 和, 及, + or 、 must all be there, and none taken back
 * (不送数据线, 手机壳不用送了).
 */
export function recogniseGift(gift: string, reading: Reading): Outcome {
  const texts: string[] = [];
  for (const thing of thingsOf(gift)) {
    const outcome = recogniseTopic(thing, reading, true);
    const refused = outcome.state === 'stated' ? refusal(outcome.text, reading.body, reading.vocabulary) : undefined;
    if (refused !== undefined) return contradicted(refused);
    if (outcome.state !== 'stated') return outcome;
    texts.push(outcome.text);
  }
  return texts.length > 0 ? stated(texts.join('、')) : missing;
}

/** What an earlier remark promised: a courier as a courier, everything else as a gift. */
export function recogniseKept(promise: string, reading: Reading): Outcome {
  const outcomes = thingsOf(promise).map((thing) => {
    const courier = reading.vocabulary.carriers.flat().find((name) => name.length > 1 && thing.includes(name));
    return courier === undefined ? recogniseGift(thing, reading) : recogniseCarrier(courier, reading);
  });
  return outcomes.find(({ state }) => state !== 'stated') ?? outcomes[0] ?? missing;
}

/** How many need not be repeated: 电影票两张 is 电影票. */
const COUNT =
  /(?:\d+|[一二两三四五六七八九十])(?:个|只|条|根|张|双|对|副|支|瓶|盒|包|套|件|份|枚|块|片|本|把|袋|台|部)/;

function thingsOf(text: string): string[] {
  return normalise(text)
    .split(/[、,;+&/]|和|及|与/)
    .map((part) => part.replace(COUNT, '') || part)
    .filter((part) => part !== '');
}

/** 小风扇没货了: the thing cannot be given. */
const RUN_OUT = /^[^,。;]{0,2}(?:没货|缺货|断货|送完|没有了|发完|用完|没库存|无货|售罄)/;

/** 不用放, 别再塞 and the like before the thing; 别漏放 and 别忘了送 are the contrary. */
const NOT_GIVING = /(?:不|别|勿|无需|取消)(?:要|用|必|再|需|能)?[送赠放附塞带装给加][^,。;]{0,4}$/;

/** Taken back in the same clause: 不送数据线, 数据线不用送了. */
function refusal(named: string, body: string, vocabulary: RemarkVocabulary): string | undefined {
  for (const clause of clauses(body)) {
    const at = clause.indexOf(named);
    if (at < 0) continue;
    const denied = denies(clause, [named], vocabulary);
    const word =
      vocabulary.refusals.find((refused) => {
        const place = clause.indexOf(refused);
        return place >= 0 && (place < at ? at - place <= 6 : place - at - named.length <= 3);
      }) ??
      NOT_GIVING.exec(clause.slice(Math.max(0, at - 8), at))?.[0] ??
      RUN_OUT.exec(clause.slice(at + named.length))?.[0];
    if (word !== undefined) return word;
    if (denied) return denied.term;
  }
  return undefined;
}
