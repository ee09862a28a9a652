import type { ReadonlySignal } from '@preact/signals';
import type { Mode, Student, Ticket } from 'fixtures';
import type { CoachView, Reply, ShopTab } from '../../core/ports.ts';

/** One attempt, as much of it as a list shows. */
export interface AttemptSummary {
  id: string;
  pack: string;
  lesson: string;
  title: string;
  mode: Mode;
  /** Ms since the epoch; `endedAt` is 0 while it runs. */
  startedAt: number;
  endedAt: number;
  /** Nonce of the exam it belongs to. */
  ticket?: string;
  outcome?: { reason: 'completed' | 'submitted' | 'timeout' | 'abandoned'; score: number; max: number };
}

/** A course pack, as much of it as choosing a lesson needs. */
export interface Course {
  id: string;
  title: string;
  /** Probability from which a component counts as mastered. */
  goal: number;
  /** With the probability assumed of a student who has done nothing yet. */
  components: { id: string; title: string; p0: number }[];
  lessons: {
    id: string;
    title: string;
    goal: string;
    minutes: number;
    modes: readonly Mode[];
    /** Ids of the components it exercises. */
    components: readonly string[];
  }[];
}

export interface Choice {
  pack: string;
  lesson: string;
  mode: Mode;
  /** Nonce of the exam to begin it in. */
  ticket?: string;
}

/** Probability per component, by pack. */
export type Mastery = Readonly<Record<string, Record<string, number>>>;

/** Everything the side panel shows. `undefined` while it is being read. */
export interface PanelModel {
  courses: readonly Course[];
  student: ReadonlySignal<Student | null | undefined>;
  /** The exam that the student has opened; null where there is none. */
  ticket: ReadonlySignal<Ticket | null | undefined>;
  attempts: ReadonlySignal<readonly AttemptSummary[] | undefined>;
  mastery: ReadonlySignal<Mastery | undefined>;
  view: ReadonlySignal<CoachView | null>;
  shops: ReadonlySignal<readonly ShopTab[]>;
  /** The database could not be read. */
  broken: ReadonlySignal<boolean>;
}

/** What allowing a site came to. */
export type SiteAnswer = 'done' | 'declined' | 'builtIn' | 'bad';

/** What the side panel can do. Failures are told in the reply. */
export interface PanelActions {
  start(choice: Choice, replace: boolean): Promise<Reply>;
  hint(): Promise<Reply>;
  finish(): Promise<Reply>;
  openTicket(file: File): Promise<Reply>;
  saveStudent(student: Student): Promise<Reply>;
  exportResult(attempt: string): Promise<Reply>;
  showShop(): Promise<Reply>;
  allowSite(address: string): Promise<SiteAnswer>;
  /** Address of a page of the extension. */
  page(path: string): string;
}
