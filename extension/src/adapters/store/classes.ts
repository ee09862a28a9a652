import Dexie from 'dexie';
import type { Pupil } from '../../core/school/pupil.ts';
import type { ClassRow, CoachDb } from './db.ts';

/** All classes, by name as Chinese sorts. */
export async function allClasses(db: CoachDb): Promise<ClassRow[]> {
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return (await db.classes.toArray()).sort((a, b) => order.compare(a.name, b.name));
}

/** The students of a class in the order of its roster. */
export async function pupilsOf(db: CoachDb, name: string): Promise<Pupil[]> {
  return (await inClass(db, name).toArray()).sort((a, b) => a.order - b.order);
}

/** Every student of the classes named. */
export function pupilsOfAll(db: CoachDb, names: readonly string[]): Promise<Pupil[]> {
  return Promise.all(names.map((name) => pupilsOf(db, name))).then((all) => all.flat());
}

/** Replaces the rosters of all classes that the students name, whole or not at all; others stay. */
export async function replaceRosters(db: CoachDb, pupils: readonly Pupil[], now: number): Promise<void> {
  await db.transaction('rw', db.classes, db.pupils, async () => {
    for (const name of new Set(pupils.map((pupil) => pupil.class))) {
      if (!(await db.classes.get(name))) await db.classes.add({ name, createdAt: now });
      await inClass(db, name).delete();
    }
    await db.pupils.bulkAdd([...pupils]);
  });
}

/** Deletes a class and everything that belongs to it. */
export async function deleteClass(db: CoachDb, name: string): Promise<void> {
  const { classes, pupils, tickets, results, details, papers, evaluations, rulings } = db;
  await db.transaction('rw', [classes, pupils, tickets, results, details, papers, evaluations, rulings], async () => {
    const own = results.where('[class+ticket]').between([name, Dexie.minKey], [name, Dexie.maxKey]);
    const attempts = await own.primaryKeys();
    for (const table of [results, details, papers]) await table.bulkDelete(attempts);
    await rulings.where('attempt').anyOf(attempts).delete();
    await evaluations.where('class').equals(name).delete();
    await inClass(db, name).delete();
    await db.tickets.where('class').equals(name).delete();
    await db.classes.delete(name);
  });
}

function inClass(db: CoachDb, name: string) {
  return db.pupils.where('[class+account]').between([name, Dexie.minKey], [name, Dexie.maxKey]);
}
