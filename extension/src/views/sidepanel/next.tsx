import { percent } from '../format.ts';
import { MasteryBar } from '../parts/mastery-bar.tsx';
import { modeName } from '../words.ts';
import type { AttemptSummary, Choice, Course, Mastery } from './model.ts';
import { masteryOf, type Suggestion, suggest } from './plan.ts';
import { text } from './text.ts';

/** What to learn next, why, and how well each thing is known. */
export function Next(props: {
  courses: readonly Course[];
  mastery: Mastery;
  attempts: readonly AttemptSummary[];
  isBusy: boolean;
  onStart: (choice: Choice) => void;
}) {
  const suggestion = suggest(props.courses, props.mastery, props.attempts, Date.now());
  if (!suggestion) return null;
  const { course, lesson, mode } = suggestion;
  return (
    <section class="card stack" aria-labelledby="next-title">
      <h2 id="next-title">{text.next.title}</h2>
      <div>
        <p>
          <strong>{lesson.title}</strong>
        </p>
        <p class="small soft" data-testid="next-why">
          {why(suggestion)}
        </p>
      </div>
      <button
        type="button"
        class="primary big"
        data-testid="next-start"
        disabled={props.isBusy}
        onClick={() => props.onStart({ pack: course.id, lesson: lesson.id, mode })}
      >
        {text.next.start(modeName[mode])}
      </button>
      <div class="bars">
        {course.components
          .filter(({ id }) => lesson.components.includes(id))
          .map(({ id, title }) => (
            <MasteryBar key={id} title={title} p={masteryOf(course, props.mastery[course.id], id)} goal={course.goal} />
          ))}
      </div>
    </section>
  );
}

function why({ reason }: Suggestion): string {
  switch (reason.kind) {
    case 'first':
      return text.next.first;
    case 'weakest':
      return text.next.weakest(reason.title, percent(reason.p));
    case 'review':
      return text.next.review(reason.title, reason.days);
    case 'exam':
      return text.next.exam;
    case 'all':
      return text.next.all;
  }
}
