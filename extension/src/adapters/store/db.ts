import Dexie, { type EntityTable, type Table } from 'dexie';
import type { AttemptEvent, Mode, Student, Ticket } from 'fixtures';
import type { Evaluation } from '../../core/school/evaluation.ts';
import type { Pupil } from '../../core/school/pupil.ts';
import type { ResultDetail, ResultRow } from '../../core/school/result-row.ts';
import type { Ruling } from '../../core/school/ruling.ts';

/** One attempt in the index. Its log is the truth; everything here can be computed from it again. */
export interface AttemptRow {
  /** UUID. */
  id: string;
  pack: string;
  lesson: string;
  title: string;
  mode: Mode;
  student: Student;
  /** Real ms since the epoch. */
  startedAt: number;
  /** Real ms since the epoch; 0 while it runs (IndexedDB cannot index null). */
  endedAt: number;
  /** Chain head on disk: number and hash of the last event stored. */
  seq: number;
  head: string;
  /** Where the shop was when the attempt began, e.g. `http://127.0.0.1:5188`. */
  origin: string;
  /** Nonce of the exam it belongs to. */
  ticket?: string;
  /** Set once the attempt is graded. */
  outcome?: Outcome;
}

export interface Outcome {
  reason: 'completed' | 'submitted' | 'timeout' | 'abandoned';
  /** Out of `max`. */
  score: number;
  max: number;
  /** Probability per knowledge component after the attempt. */
  mastery: Record<string, number>;
}

/** The key that signs exports. The private half cannot leave the browser. */
export interface KeyRow {
  id: 'signing';
  pair: CryptoKeyPair;
}

/** Settings by name; each name has its own type. `ticket` is the exam that the student has opened last. */
export type SettingRow = { id: 'student'; value: Student } | { id: 'ticket'; value: Ticket };

/** A class of the teacher's. */
export interface ClassRow {
  name: string;
  /** Real ms since the epoch. */
  createdAt: number;
}

/** An exam that was set for a class. */
export interface TicketRow {
  nonce: string;
  class: string;
  /** Real ms since the epoch. */
  createdAt: number;
  ticket: Ticket;
}

/** A result file as it was handed in. */
export interface PaperRow {
  attempt: string;
  gzip: Uint8Array<ArrayBuffer>;
}

/**
 * The extension's database. Of the attempts the background is the only writer, of the school (classes and what
 * belongs to them) the teacher's page; everybody reads. A released version of the
 * schema is never edited: a change is a new `version()` with its upgrade.
 */
export class CoachDb extends Dexie {
  declare readonly attempts: EntityTable<AttemptRow, 'id'>;
  declare readonly events: Table<AttemptEvent, [string, number]>;
  declare readonly settings: Table<SettingRow, SettingRow['id']>;
  declare readonly keys: EntityTable<KeyRow, 'id'>;
  declare readonly classes: EntityTable<ClassRow, 'name'>;
  declare readonly tickets: EntityTable<TicketRow, 'nonce'>;
  declare readonly results: EntityTable<ResultRow, 'attempt'>;
  declare readonly details: EntityTable<ResultDetail, 'attempt'>;
  declare readonly papers: EntityTable<PaperRow, 'attempt'>;
  declare readonly evaluations: Table<Evaluation, [string, string, string]>;
  declare readonly rulings: Table<Ruling, number>;
  declare readonly pupils: Table<Pupil, [string, string]>;

  constructor(name = 'seller-coach') {
    // Relaxed durability has been Chromium's default since 121: an acknowledged event could be lost to a power cut.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      attempts: 'id, endedAt, startedAt, [pack+lesson]',
      events: '[attempt+seq], &[attempt+id]',
      settings: 'id',
      keys: 'id',
    });
    this.version(2).stores({
      classes: 'name',
      pupils: '[class+account]',
      tickets: 'nonce, class',
      results: 'attempt, [class+ticket]',
      details: 'attempt',
      papers: 'attempt',
      evaluations: '[class+ticket+account], class',
      rulings: '++, attempt',
    });
  }
}
