import { buildWorld, loadPack, type Material, type Rubric } from 'fixtures';
import { canonical } from '../log/canonical.ts';
import type { Fault } from '../log/chain.ts';

/** The rubric used where nobody chose one. */
export const DEFAULT_RUBRIC = '3-2-1-0';

/**
 * Everything an attempt at a lesson is judged by: the lesson, a rubric (a preset of its pack, by id, or an exam's own)
 * and the facts of the world that the seed gives.
 * @throws Error in Chinese on an unknown pack, lesson, rubric or scenario.
 */
export function materialFor(
  packId: string,
  lessonId: string,
  seed: number,
  wanted: string | Rubric = DEFAULT_RUBRIC,
): Material {
  const { pack, lessons } = loadPack(packId);
  const lesson = lessons.find((l) => l.id === lessonId);
  if (!lesson) throw new Error(`课程包「${pack.title}」里没有这一课：${lessonId}`);
  const rubric = typeof wanted === 'string' ? pack.rubrics.find((r) => r.id === wanted) : wanted;
  if (!rubric) throw new Error(`课程包「${pack.title}」里没有这个评分方案：${wanted}`);
  const { id, version, components, bkt, mastery, attention } = pack;
  const { facts } = buildWorld(lesson.scenario, seed);
  return {
    pack: { id, version, components, bkt, mastery, ...(attention && { attention }) },
    lesson,
    rubric,
    facts,
    scenario: lesson.scenario,
    seed,
  };
}

/** What the course pack has for an attempt, and all of it as canonical text. */
interface Known {
  material: Material;
  text: string;
}

/** A class works in few worlds, and each takes its time to build. The oldest makes room. */
const known = new Map<string, Known>();
const MOST_KNOWN = 100;

/**
 * Whether what an attempt says it was judged by is what the course pack has; older versions are told apart from edits.
 * Where it is, `material` is the one object for all attempts of that world, so that what is made of it is made once.
 * `rubric` is the exam's, where the attempt belongs to one; without it one of the pack's presets is expected.
 */
export function checkMaterial(material: Material, rubric?: Rubric): { material: Material; faults: Fault[] } {
  const fault = (code: string, text: string) => ({ material, faults: [{ code, text }] });
  try {
    const ours = knownMaterial(material, rubric);
    const { pack, lesson } = ours.material;
    if (pack.version !== material.pack.version || lesson.version !== material.lesson.version) {
      const text = `课程版本不同：记录是第 ${material.lesson.version} 版，这里是第 ${lesson.version} 版`;
      return fault('material-version', text);
    }
    if (ours.text === canonical(material)) return { material: ours.material, faults: [] };
    return fault('material-edited', '记录里的课程内容、评分方案或题目数据与课程包不符');
  } catch (error) {
    return fault('material-unknown', error instanceof Error ? error.message : String(error));
  }
}

function knownMaterial({ pack, lesson, seed, rubric: said }: Material, rubric: string | Rubric = said.id): Known {
  const key = JSON.stringify([pack.id, lesson.id, seed, rubric]);
  const before = known.get(key);
  if (before) return before;
  const material = materialFor(pack.id, lesson.id, seed, rubric);
  const made = { material, text: canonical(material) };
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(key, made);
  return made;
}
