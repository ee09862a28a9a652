import type { Rubric } from 'fixtures';
import { text } from './text.ts';

/** The points of a rubric, each share as per cent. Names of clauses and which there are belong to the course. */
export function RubricFields({ preset }: { preset: Rubric }) {
  const last = preset.tries.length - 1;
  return (
    <div class="stack rubric">
      <p class="small soft">{text.tickets.editWhy}</p>
      <div class="fields">
        {preset.tries.map((share, n) => (
          <Percent
            key={text.tickets.tries(n, n === last)}
            name={`tries.${n}`}
            value={share}
            label={text.tickets.tries(n, n === last)}
          />
        ))}
        {preset.hints.slice(1).map((share, n) => (
          <Percent
            key={text.tickets.hints(n + 1)}
            name={`hints.${n + 1}`}
            value={share}
            label={text.tickets.hints(n + 1)}
          />
        ))}
        {Object.entries(preset.faults).map(([clause, share]) => (
          <Percent
            key={clause}
            name={`faults.${clause}`}
            value={share}
            label={text.tickets.fault(preset.clauses[clause] ?? text.tickets.otherFault)}
          />
        ))}
        <Percent name="undoReturns" value={preset.undoReturns} label={text.tickets.undo} />
        <Points name="collateral" value={preset.collateral} label={text.tickets.collateral} />
        {preset.harm !== undefined && <Points name="harm" value={preset.harm} label={text.tickets.harm} />}
      </div>
    </div>
  );
}

function Points({ name, value, label }: { name: string; value: number; label: string }) {
  return (
    <label>
      {label}
      <input type="number" name={name} min={0} max={100} step="any" defaultValue={String(value)} />
    </label>
  );
}

function Percent({ name, value, label }: { name: string; value: number; label: string }) {
  return (
    <label>
      {label}（%）
      <input
        type="number"
        name={name}
        min={0}
        max={100}
        step="any"
        defaultValue={String(Math.round(value * 10_000) / 100)}
      />
    </label>
  );
}

/** The rubric as the form has it; what it does not hold is the preset's. */
export function readRubric(form: FormData, preset: Rubric): Rubric {
  const share = (name: string, usual: number) => {
    const value = form.get(name);
    return value === null ? usual : Math.round(Number(value) * 100) / 10_000;
  };
  const points = (name: string, usual: number) => Number(form.get(name) ?? usual);
  return {
    ...preset,
    tries: preset.tries.map((usual, n) => share(`tries.${n}`, usual)),
    hints: preset.hints.map((usual, n) => share(`hints.${n}`, usual)),
    faults: Object.fromEntries(
      Object.entries(preset.faults).map(([clause, usual]) => [clause, share(`faults.${clause}`, usual)]),
    ),
    undoReturns: share('undoReturns', preset.undoReturns),
    collateral: points('collateral', preset.collateral),
    ...(preset.harm === undefined ? {} : { harm: points('harm', preset.harm) }),
  };
}
