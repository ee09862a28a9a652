import type { RemarkVocabulary } from 'fixtures';

/** A size or a storage found in a text. */
export interface Value {
  /** One spelling for all: `512`, `2xl` as `xxl`. */
  value: string;
  written: string;
}

/** `512gb`, `1t`. */
export function findStorage(text: string): Value[] {
  return [...text.matchAll(/(?<![\d.])(\d{1,4})(gb?|tb?)(?![a-z])/g)].map(([written, number, unit]) => ({
    value: `${number}${unit?.charAt(0)}`,
    written,
  }));
}

/** Letters of a size standing alone (`xl`, `xl2件`), numbered sizes (`38码`) and named ones (`均码`). */
export function findSizes(text: string, { sizes }: RemarkVocabulary): Value[] {
  const found: Value[] = [];
  for (const match of text.matchAll(
    /(?<![a-z0-9])(?:[2-5]x[sl]|x{0,5}[sl]|m)(?![a-wyz])(?!x[a-z])|(?<!\d)\d{2,3}(?=码)/g,
  )) {
    const [written] = match;
    found.push({ value: sizes.find((names) => names.includes(written))?.[0] ?? written, written });
  }
  for (const names of sizes) {
    const name = names.find((word) => /\p{Script=Han}{2}/u.test(word) && text.includes(word));
    if (name !== undefined) found.push({ value: names[0] ?? name, written: name });
  }
  return found;
}

/** Numbers as long as this numbered size, standing alone behind a word or its 码: 换白色40. Not sums, dates, days, clock times or counts. */
export function bareSizes(size: string, body: string): Value[] {
  if (!/^\d{2,3}$/.test(size)) return [];
  return [
    ...body.matchAll(
      /(?<=[色红橙黄绿青蓝紫黑白灰粉棕米杏咖驼换发])\d{2,3}(?![\d.:/x*-]|[号日月年点天元块件个台条双部套只张])/gu,
    ),
  ]
    .filter(([written]) => written.length === size.length)
    .map(([written]) => ({ value: written, written }));
}
