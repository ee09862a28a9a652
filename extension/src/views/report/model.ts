import type { ReadonlySignal } from '@preact/signals';
import type { AttemptEvent, Material } from 'fixtures';
import { checksumOf, type Grade, grade } from '../../core/assess/grade.ts';
import { type Fault, headCode, verifyChain } from '../../core/log/chain.ts';
import type { Regrade } from '../../core/log/regrade.ts';

/** One attempt as the report shows it. */
export interface Report {
  grade: Grade;
  events: readonly AttemptEvent[];
  material: Material;
  /** Ms since the epoch. */
  startedAt: number;
  /** Short code of the log's head. */
  code: string;
  /** First digits of the grade's SHA-256. */
  checksum: string;
  /** `file`: handed in, its signature was checked. `log`: from this browser's own log. */
  source: 'log' | 'file';
  faults: readonly Fault[];
}

/** The report of a log of this browser. @throws Error where it is no log of an attempt */
export function reportOfLog(events: readonly AttemptEvent[]): Report {
  const graded = grade(events);
  return report(events, graded, checksumOf(graded), 'log', verifyChain(events));
}

/** The report of a file that was opened and graded; null where it could not be graded. */
export function reportOfFile({ file, grade: graded, checksum, faults }: Regrade): Report | null {
  return file && graded ? report(file.events, graded, checksum ?? '', 'file', faults) : null;
}

function report(
  events: readonly AttemptEvent[],
  graded: Grade,
  checksum: string,
  source: Report['source'],
  faults: readonly Fault[],
): Report {
  const first = events[0];
  const last = events.at(-1);
  if (first?.kind !== 'attempted' || !last) throw new Error('作答记录要以开始记录开头');
  const code = headCode(last.hash);
  return {
    grade: graded,
    events,
    material: first.data.material,
    startedAt: first.wall,
    code,
    checksum,
    source,
    faults,
  };
}

/** What a file is worth, as a list of files shows it. */
export interface FileResult {
  verified: boolean;
  faults: readonly Fault[];
  student?: string;
  lesson?: string;
  mode?: Grade['mode'];
  score?: number;
  /** Short code of the log's head, as the student's screen showed it. */
  code?: string;
  checksum?: string;
}

/** One opened file in the list. */
export interface FileLine {
  /** 0-based place in the list. */
  index: number;
  name: string;
  /** Null until it was looked at. A signal of its own: a thousand rows are not drawn anew for one. */
  result: ReadonlySignal<FileResult | null>;
}

/** How far a list of files has come. */
export interface FileCount {
  total: number;
  verified: number;
  faulty: number;
}

/** What a list needs of a file's regrade: timelines of thousands of files would fill the memory. */
export function fileResult({ verified, faults, file, grade: graded, checksum }: Regrade): FileResult {
  if (!graded) return { verified, faults };
  const { student, title, mode, score } = graded;
  const name = [student.name, student.account].filter(Boolean).join(' ');
  return {
    verified,
    faults,
    student: name,
    lesson: title,
    mode,
    score,
    ...(file ? { code: headCode(file.head) } : {}),
    ...(checksum ? { checksum } : {}),
  };
}
