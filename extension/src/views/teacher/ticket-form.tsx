import type { Rubric } from 'fixtures';
import { useState } from 'preact/hooks';
import { mixedPresets } from '../../core/exam/draft.ts';
import { ticketCode } from '../../core/exam/ticket.ts';
import { inputTime, readTime } from '../format.ts';
import type { ExamCourse, TeacherActions } from './model.ts';
import { RubricFields, readRubric } from './rubric-fields.tsx';
import { text } from './text.ts';

const FIVE_MINUTES = 5 * 60_000;
const TWO_HOURS = 2 * 3_600_000;
/** The preset that counts wrong tries; see `DEFAULT_RUBRIC`. */
const USUAL = '3-2-1-0';

/** Sets an exam: filled in with what is usual, so that two minutes are enough. */
export function TicketForm({ courses, actions }: { courses: readonly ExamCourse[]; actions: TeacherActions }) {
  const lessons = courses.flatMap((course) =>
    course.lessons
      .filter(({ modes }) => modes.includes('exam'))
      .map((lesson) => ({ pack: course.id, lesson: lesson.id, title: lesson.title, minutes: lesson.examMinutes })),
  );
  const presets = mixedPresets(courses.map(({ rubrics }) => rubrics));
  const [presetId, setPreset] = useState(USUAL);
  const [isOne, setOne] = useState(false);
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null);
  const [opens] = useState(() => Math.floor(actions.now() / FIVE_MINUTES) * FIVE_MINUTES);
  const preset = presets.find(({ id }) => id === presetId) ?? (presets[0] as Rubric);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const field = (name: string) => String(form.get(name) ?? '');
    const chosen = form.getAll('lesson').map(Number);
    const reply = await actions.setExam({
      title: field('title'),
      lessons: lessons.filter((_, index) => chosen.includes(index)),
      rubric: readRubric(form, preset),
      opens: readTime(field('opens')),
      closes: readTime(field('closes')),
      minutes: Number(field('minutes')),
      seed: isOne ? Number(field('seed')) : null,
    });
    setSaid(
      reply.ok
        ? { text: text.tickets.made(reply.value.title, ticketCode(reply.value)), isBad: false }
        : { text: `${text.tickets.wrong}：${reply.text}`, isBad: true },
    );
  };

  return (
    <form class="card stack" onSubmit={submit} noValidate aria-labelledby="new-title" data-testid="ticket-form">
      <h2 id="new-title">{text.tickets.new}</h2>
      <p class="small soft">{text.tickets.why}</p>
      <div class="fields">
        <label class="wide">
          {text.tickets.name}
          <input name="title" required maxLength={100} placeholder={text.tickets.namePlaceholder} autocomplete="off" />
        </label>
        <label>
          {text.tickets.opens}
          <input type="datetime-local" name="opens" required defaultValue={inputTime(opens)} />
        </label>
        <label>
          {text.tickets.closes}
          <input type="datetime-local" name="closes" required defaultValue={inputTime(opens + TWO_HOURS)} />
        </label>
        <label>
          {text.tickets.minutes}
          <input
            type="number"
            name="minutes"
            min={1}
            max={240}
            required
            defaultValue={String(Math.max(1, ...lessons.map(({ minutes }) => minutes)))}
          />
        </label>
      </div>
      <div class="fieldsets">
        <fieldset>
          <legend>{text.tickets.lessons}</legend>
          {lessons.map((lesson, index) => (
            <label class="check" key={`${lesson.pack}/${lesson.lesson}`}>
              <input type="checkbox" name="lesson" value={index} defaultChecked={lessons.length === 1} />
              {lesson.title}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{text.tickets.seed}</legend>
          <label class="check">
            <input type="radio" name="seeds" checked={!isOne} onChange={() => setOne(false)} />
            {text.tickets.seedOwn}
          </label>
          <label class="check">
            <input type="radio" name="seeds" data-testid="seed-one" checked={isOne} onChange={() => setOne(true)} />
            {text.tickets.seedOne}
          </label>
          {isOne && (
            <label>
              {text.tickets.seedNumber}
              <input type="number" name="seed" min={1} max={9999} defaultValue="1" />
            </label>
          )}
        </fieldset>
        <fieldset>
          <legend>{text.tickets.rubric}</legend>
          {presets.map(({ id, title }) => (
            <label class="check" key={id}>
              <input type="radio" name="preset" value={id} checked={preset.id === id} onChange={() => setPreset(id)} />
              {title}
            </label>
          ))}
        </fieldset>
      </div>
      <details data-testid="rubric">
        <summary>{text.tickets.edit}</summary>
        <RubricFields key={preset.id} preset={preset} />
      </details>
      <div class="row">
        <button type="submit" class="primary" data-testid="make-ticket">
          {text.tickets.make}
        </button>
      </div>
      <p role="status" class={said ? `note ${said.isBad ? 'bad' : 'good'}` : 'sr-only'} data-testid="ticket-said">
        {said?.text}
      </p>
    </form>
  );
}
