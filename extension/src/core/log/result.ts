import { type AttemptEvent, ResultFile } from 'fixtures';
import * as v from 'valibot';
import { type Fault, headCode, verifyChain } from './chain.ts';

/** Largest result file that is read, in UTF-16 code units: a day of clicking makes about a tenth. */
export const LARGEST_FILE = 20_000_000;
/** Deepest nesting: a lesson's trace is the deepest thing in a log. */
const DEEPEST = 64;

/** What the Ed25519 signature of a result file covers. */
export function signedText(attempt: string, head: string): string {
  return `seller-coach-result:1:${attempt}:${head}`;
}

/** The file to hand in. `events` is a whole log. @throws Error on an empty log. */
export function toResult(events: readonly AttemptEvent[], signature: ResultFile['signature']): ResultFile {
  const [first] = events;
  const head = events.at(-1)?.hash;
  if (first?.kind !== 'attempted' || head === undefined) throw new Error('没有可以导出的作答记录');
  const { student, material, ticket } = first.data;
  const pack = { id: material.pack.id, version: material.pack.version, lesson: material.lesson.id };
  return {
    format: 'seller-coach-result',
    version: 1,
    student,
    pack,
    attempt: first.attempt,
    ...(ticket ? { ticket: ticket.nonce } : {}),
    events: [...events],
    head,
    signature,
  };
}

/** Name a result file is saved under: account or name, lesson, head code. */
export function resultName({ student, pack, head }: ResultFile): string {
  const who = fileSafe(student.account || student.name || '未署名');
  return `${who}-${pack.lesson}-${headCode(head)}.coach.json`;
}

/** Text as part of a file's name on any system. */
export function fileSafe(text: string): string {
  return text.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, '-');
}

/** Reads a result file without trusting it: size, JSON, depth and schema. Its chain and signature are not checked yet. */
export function parseResult(text: string): { file: ResultFile } | { faults: Fault[] } {
  const refuse = (code: string, reason: string) => ({ faults: [{ code, text: reason }] });
  if (text.length > LARGEST_FILE) return refuse('file-too-large', '文件超过 20 MB，不是成绩文件');
  if (depthOf(text) > DEEPEST) return refuse('file-too-deep', `文件嵌套超过 ${DEEPEST} 层，不是成绩文件`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('file-not-json', '文件不是完整的 JSON，可能没有下载完或被改动过');
  }
  const parsed = v.safeParse(ResultFile, json, { abortEarly: true });
  if (parsed.success) return { file: parsed.output };
  const path = parsed.issues[0].path?.map((item) => String(item.key)).join('/') ?? '';
  return refuse('file-malformed', `不是成绩文件，或内容残缺：/${path}`);
}

/** Deepest nesting of brackets outside of strings, found without recursion; strings are jumped over. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) i = endOfString(text, i);
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x7d || c === 0x5d) depth--;
  }
  return deepest;
}

/** Where the string that begins at `start` ends: its first quotation mark behind an even number of backslashes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === 0x5c) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

/** Whether the file agrees with itself: chain, head, and the student, lesson and attempt it claims. */
export function checkResult(file: ResultFile): Fault[] {
  const faults = verifyChain(file.events);
  const fault = (code: string, text: string) => faults.push({ code, text });
  const [first] = file.events;
  if (file.events.at(-1)?.hash !== file.head) fault('head-mismatch', '末尾校验码与记录不符，记录可能被截断');
  if (file.events[0]?.attempt !== file.attempt) fault('attempt-mismatch', '作答编号与记录不符');
  if (first?.kind !== 'attempted') return faults;
  const { student, material, ticket } = first.data;
  if (ticket?.nonce !== file.ticket) fault('ticket-mismatch', '考卷与记录里的不是同一张');
  if (student.account !== file.student.account || student.name !== file.student.name)
    fault('student-mismatch', '学生与记录里的不是同一人');
  const { id, version, lesson } = file.pack;
  if (material.pack.id !== id || material.pack.version !== version || material.lesson.id !== lesson)
    fault('pack-mismatch', '课程与记录里的不是同一课');
  return faults;
}
