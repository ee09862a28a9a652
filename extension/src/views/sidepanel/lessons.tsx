import { pointsText } from '../format.ts';
import { modeName } from '../words.ts';
import type { AttemptSummary, Choice, Course, Mastery } from './model.ts';
import { type LessonState, lessonState } from './plan.ts';
import { text } from './text.ts';

const TONE: Record<LessonState, string> = { new: '', learning: 'teal', mastered: 'good' };

/** All lessons by chapter, with where the student stands and one button per mode. */
export function Lessons(props: {
  courses: readonly Course[];
  mastery: Mastery;
  attempts: readonly AttemptSummary[];
  isBusy: boolean;
  isOpen: boolean;
  onStart: (choice: Choice) => void;
}) {
  return (
    <details class="card" open={props.isOpen}>
      <summary>
        <h2>{text.lessons.title}</h2>
      </summary>
      {props.courses.map((course) => (
        <section key={course.id} class="stack chapter" aria-label={course.title}>
          <h3 class="soft">{course.title}</h3>
          {course.lessons.map((lesson) => {
            const { state, exam } = lessonState(course, lesson, props.mastery[course.id], props.attempts);
            return (
              <article key={lesson.id} class="stack lesson" data-testid="lesson" data-lesson={lesson.id}>
                <div class="row spread">
                  <h4>{lesson.title}</h4>
                  <span class="row">
                    {exam !== undefined && <span class="chip">{text.lessons.exam(pointsText(exam))}</span>}
                    <span class={`chip ${TONE[state]}`}>{text.lessons.state[state]}</span>
                  </span>
                </div>
                <p class="small soft">
                  {lesson.goal} · {text.lessons.minutes(lesson.minutes)}
                </p>
                <ul class="modes">
                  {lesson.modes.map((mode) => (
                    <li key={mode}>
                      <button
                        type="button"
                        data-testid={`start-${mode}`}
                        disabled={props.isBusy}
                        aria-describedby={`${lesson.id}-${mode}`}
                        aria-label={`${modeName[mode]}：${lesson.title}`}
                        onClick={() => props.onStart({ pack: course.id, lesson: lesson.id, mode })}
                      >
                        {modeName[mode]}
                      </button>
                      <span class="small soft" id={`${lesson.id}-${mode}`}>
                        {text.modes[mode]}
                      </span>
                    </li>
                  ))}
                </ul>
              </article>
            );
          })}
        </section>
      ))}
    </details>
  );
}
