import { MasteryBar } from '../parts/mastery-bar.tsx';
import type { Report } from './model.ts';
import { text } from './text.ts';

/** What was learnt, and what to practise next. */
export function Mastery({ report: { grade, material } }: { report: Report }) {
  const components = material.pack.components.filter(({ id }) => id in grade.mastery);
  const goal = material.pack.mastery;
  const weak = components
    .filter(({ id }) => (grade.mastery[id] ?? 0) < goal)
    .toSorted((a, b) => (grade.mastery[a.id] ?? 0) - (grade.mastery[b.id] ?? 0))
    .slice(0, 3);
  const lost = new Map<string, number>();
  for (const { title, points } of grade.deductions) lost.set(title, (lost.get(title) ?? 0) + points);
  const most = [...lost].sort((a, b) => b[1] - a[1]).slice(0, 2);
  return (
    <section class="card stack" aria-labelledby="mastery-title">
      <h2 id="mastery-title">{text.mastery.title}</h2>
      <p class="small soft">{text.mastery.why}</p>
      <div class="bars" data-testid="mastery">
        {components.map(({ id, title }) => (
          <MasteryBar key={id} title={title} p={grade.mastery[id] ?? 0} before={grade.prior[id] ?? 0} goal={goal} />
        ))}
      </div>
      <h2>{text.next.title}</h2>
      <p data-testid="next">
        {weak.length === 0 ? text.next.mastered : text.next.weak(weak.map(({ title }) => title).join('、'))}
        {most.length > 0 && text.next.clauses(most.map(([title]) => title).join('、'))}
      </p>
    </section>
  );
}

/** What a teacher may want to look at; nothing of it costs points. */
export function Flags({ flags }: { flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="flags-title">
      <h2 id="flags-title">{text.flags.title}</h2>
      <ul class="reasons">
        {flags.map((flag) => (
          <li key={flag}>{text.flags.names[flag] ?? flag}</li>
        ))}
      </ul>
    </section>
  );
}
