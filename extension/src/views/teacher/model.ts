import type { ReadonlySignal } from '@preact/signals';
import type { Rubric, Ticket } from 'fixtures';
import type { TicketDraft } from '../../core/exam/draft.ts';
import type { Reply } from '../../core/ports.ts';
import type { Evaluation } from '../../core/school/evaluation.ts';
import type { Cell } from '../../core/school/gradebook-table.ts';
import type { Pupil } from '../../core/school/pupil.ts';
import type { Refused, ResultDetail, ResultRow } from '../../core/school/result-row.ts';
import type { Roster } from '../../core/school/roster.ts';
import type { Ruling } from '../../core/school/ruling.ts';

export const VIEWS = ['class', 'slips', 'tickets', 'results', 'picture', 'sheet'] as const;
export type View = (typeof VIEWS)[number];

/** Where the teacher is; all of it stands in the address. */
export interface Place {
  view: View;
  /** Name of the class; empty where there is none. */
  class: string;
  /** Nonce of the exam, `PRACTICE`, or empty: the newest. */
  ticket: string;
  /** Student whose sheet is shown. */
  account: string;
}

/** A course pack, as much of it as setting an exam needs. */
export interface ExamCourse {
  id: string;
  title: string;
  rubrics: readonly Rubric[];
  lessons: { id: string; title: string; modes: readonly string[]; examMinutes: number }[];
}

/** An exam that was set. */
export interface SetExam {
  ticket: Ticket;
  /** Ms since the epoch. */
  createdAt: number;
}

/** What a student's sheet is made of. */
export interface SheetModel {
  /** As saved; undefined where nobody has marked. */
  evaluation: Evaluation | undefined;
  results: readonly { row: ResultRow; detail: ResultDetail; rulings: readonly Ruling[] }[];
}

/** How far taking files in has come. */
export interface HandIn {
  isRunning: boolean;
  /** How many files there are; null while zips hide it. */
  total: number | null;
  good: number;
  refused: readonly Refused[];
  /** What stopped it before its end. */
  stopped: string | null;
}

/** Everything the page shows. `undefined` while it is being read. */
export interface TeacherModel {
  place: ReadonlySignal<Place>;
  classes: ReadonlySignal<readonly string[] | undefined>;
  /** Students of the class at hand. */
  pupils: ReadonlySignal<readonly Pupil[] | undefined>;
  courses: readonly ExamCourse[];
  /** Exams of the class at hand, the newest first. */
  tickets: ReadonlySignal<readonly SetExam[] | undefined>;
  /** Results of the class and exam at hand, and what they rest on (read only where that is shown). */
  results: ReadonlySignal<readonly ResultRow[] | undefined>;
  details: ReadonlySignal<readonly ResultDetail[] | undefined>;
  /** What was handed in since the page is open, for the class and exam at hand. */
  handIn: ReadonlySignal<HandIn | null>;
  sheet: ReadonlySignal<SheetModel | undefined>;
  /** How far a long export is, 0 to 1; null where none runs. */
  exporting: ReadonlySignal<number | null>;
  /** The database could not be read. */
  broken: ReadonlySignal<boolean>;
}

/** What the page can do. Failures are told in the reply. */
export interface TeacherActions {
  go(to: Partial<Place>): void;
  /** Address of a place, for links. */
  address(to: Partial<Place>): string;
  readRoster(file: File): Promise<Roster>;
  /** Students of these classes now, to compare with. */
  pupilsOf(classes: readonly string[]): Promise<Pupil[]>;
  replaceRosters(pupils: readonly Pupil[]): Promise<Reply>;
  deleteClass(name: string): Promise<Reply>;
  /** Sets an exam for the class at hand and downloads its file. */
  setExam(draft: TicketDraft): Promise<Reply<Ticket>>;
  downloadTicket(ticket: Ticket): void;
  saveEvaluation(evaluation: Evaluation): Promise<Reply>;
  rule(ruling: Omit<Ruling, 'at'>): Promise<Reply>;
  handIn(files: readonly File[]): void;
  dropped(data: DataTransfer): void;
  /** Address of a result's report. */
  report(attempt: string, event?: string | null): string;
  saveCsv(name: string, table: readonly (readonly Cell[])[]): void;
  saveXlsx(name: string, table: readonly (readonly Cell[])[]): Promise<Reply>;
  saveDatashop(name: string): Promise<Reply>;
  now(): number;
  save(name: string, content: string, type: string): void;
  print(): void;
}
