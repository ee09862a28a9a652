import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWorld, Lesson, loadPack, type Material, Pack, packIds } from 'fixtures';
import * as v from 'valibot';
import { ROOT } from '../scripts/workspace.ts';

/** A pack with its lessons. */
export interface Course {
  pack: Pack;
  lessons: Lesson[];
}

/** The examples for authors: they are in no build. */
export function examplePack(): Course {
  const folder = join(ROOT, 'fixtures/examples/operations');
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const pack = v.parse(Pack, read('pack.json'));
  return { pack, lessons: pack.lessons.map((id) => v.parse(Lesson, read(`lessons/${id}.json`))) };
}

/** The packs that come with the extension, and the examples. */
export function allPacks(): Course[] {
  return [...packIds().map((id) => loadPack(id)), examplePack()];
}

/** What an attempt at the lesson is judged by, in the world of a seed. */
export function materialOf({ pack }: Course, lesson: Lesson, seed: number, rubricId = '3-2-1-0'): Material {
  const { id, version, components, bkt, mastery, attention, rubrics } = pack;
  const rubric = rubrics.find((one) => one.id === rubricId);
  if (!rubric) throw new Error(`no rubric ${rubricId} in ${id}`);
  return {
    pack: { id, version, components, bkt, mastery, ...(attention && { attention }) },
    lesson,
    rubric,
    facts: buildWorld(lesson.scenario, seed).facts,
    scenario: lesson.scenario,
    seed,
  };
}
