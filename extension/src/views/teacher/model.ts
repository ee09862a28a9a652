import type { ReadonlySignal } from '@preact/signals';
import type { Reply } from '../../core/ports.ts';
import type { Pupil } from '../../core/school/pupil.ts';
import type { Roster } from '../../core/school/roster.ts';

export const VIEWS = ['class', 'slips'] as const;
export type View = (typeof VIEWS)[number];

/** Where the teacher is; all of it stands in the address. */
export interface Place {
  view: View;
  /** Name of the class; empty where there is none. */
  class: string;
}

/** Everything the page shows. `undefined` while it is being read. */
export interface TeacherModel {
  place: ReadonlySignal<Place>;
  classes: ReadonlySignal<readonly string[] | undefined>;
  /** Students of the class at hand. */
  pupils: ReadonlySignal<readonly Pupil[] | undefined>;
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
  save(name: string, text: string, type: string): void;
  print(): void;
}
