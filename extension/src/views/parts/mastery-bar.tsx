import { percent } from '../format.ts';

/** One knowledge component: how likely it is known, and where it counts as mastered. With `before`, what was gained shows too. */
export function MasteryBar(props: { title: string; p: number; goal: number; before?: number }) {
  const { title, p, goal, before } = props;
  const from = before === undefined ? '' : `${percent(before)}% → `;
  return (
    <div class="mastery">
      <div class="row spread small">
        <span>{title}</span>
        <span class="number soft">
          {from}
          {percent(p)}%{p >= goal ? ' 已掌握' : ''}
        </span>
      </div>
      <div class="bar" aria-hidden="true">
        <i style={{ width: `${percent(p)}%` }} />
        {before !== undefined && <b class="before" style={{ left: `${percent(before)}%` }} />}
        <b class="goal" style={{ left: `${percent(goal)}%` }} />
      </div>
    </div>
  );
}
