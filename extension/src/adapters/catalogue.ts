import { buildWorld, expandLesson, type Lesson, loadPack, packIds, type TraceNode } from 'fixtures';

/** What choosing a lesson needs to know of all packs that come with the extension. */
export function catalogue() {
  return packIds().map((id) => {
    const { pack, lessons } = loadPack(id);
    return {
      id,
      title: pack.title,
      goal: pack.mastery,
      rubrics: pack.rubrics,
      components: pack.components.map((one) => ({ id: one.id, title: one.title, p0: (one.bkt ?? pack.bkt).p0 })),
      lessons: lessons.map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        goal: lesson.goal,
        minutes: lesson.minutes,
        modes: lesson.modes,
        examMinutes: lesson.exam.minutes,
        components: componentsOf(lesson),
      })),
    };
  });
}

/** Components that a lesson exercises. They may be named by facts, so the lesson is laid out for one world. */
function componentsOf(lesson: Lesson): string[] {
  const { trace } = expandLesson(lesson, buildWorld(lesson.scenario, 1).facts);
  return [...new Set(inNode(trace))];
}

function inNode(node: TraceNode): string[] {
  switch (node.type) {
    case 'step':
      return node.components;
    case 'each':
    case 'when':
    case 'repeat':
      return inNode(node.node);
    default:
      return node.nodes.flatMap(inNode);
  }
}
