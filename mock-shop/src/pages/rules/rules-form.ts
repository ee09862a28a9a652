import type { Carrier, RuleField, TrainingRules } from 'fixtures';

/** What stands in the form: texts as they are typed, so that nothing is lost while it is being typed. */
export interface RulesForm {
  preset: TrainingRules['preset'];
  /** By path; a range is `1-20`. */
  fields: Record<string, string>;
  carriers: CarrierForm[];
}

export interface CarrierForm {
  carrier: Carrier;
  /** Takes part. */
  on: boolean;
  /** Of each zone; an empty fee: not served. */
  zones: { fee: string; days: string }[];
}

/** The rules as the form shows them. `known`: carriers that could take part as well. */
export function formOf(rules: TrainingRules, fields: readonly RuleField[], known: readonly Carrier[]): RulesForm {
  const { carriers } = rules.orders;
  const others = known.filter(({ code }) => !carriers.some((one) => one.code === code));
  return {
    preset: rules.preset,
    fields: Object.fromEntries(fields.map(({ path }) => [path, textOf(valueAt(rules, path))])),
    carriers: [...carriers, ...others].map((carrier) => ({
      carrier,
      on: carriers.includes(carrier),
      zones: carrier.zones.map(({ fee, days }) => ({ fee, days: String(days) })),
    })),
  };
}

/** What the form says, for `checkedRules` to look at: what is no number stays a text. */
export function rulesIn({ preset, fields, carriers }: RulesForm, known: readonly RuleField[]): unknown {
  const rules: Record<string, unknown> = { preset };
  for (const field of known) {
    const [part, name] = field.path.split('.');
    if (part === undefined) continue;
    const value = readValue(field, fields[field.path] ?? '');
    if (name === undefined) rules[part] = value;
    else rules[part] = { ...(rules[part] as object | undefined), [name]: value };
  }
  const chosen = carriers
    .filter(({ on }) => on)
    .map(({ carrier, zones }) => ({
      ...carrier,
      zones: carrier.zones.map((zone, i) => ({
        ...zone,
        fee: money(zones[i]?.fee ?? ''),
        days: number(zones[i]?.days ?? ''),
      })),
    }));
  return { ...rules, orders: { ...(rules.orders as object | undefined), carriers: chosen } };
}

/** A difference between two sets of rules, as a person would tell it. */
export interface RuleChange {
  name: string;
  before: string;
  after: string;
}

/** What is different in `after`, by the names of the form. */
export function ruleChanges(before: TrainingRules, after: TrainingRules, fields: readonly RuleField[]): RuleChange[] {
  const changes: RuleChange[] = [];
  for (const field of fields) {
    const [was, is] = [shown(field, valueAt(before, field.path)), shown(field, valueAt(after, field.path))];
    if (was !== is)
      changes.push({ name: `${PART[field.path.split('.')[0] ?? ''] ?? ''}${field.label}`, before: was, after: is });
  }
  const codes = new Set([...before.orders.carriers, ...after.orders.carriers].map(({ code }) => code));
  for (const code of codes) {
    const [was, is] = [before, after].map((rules) => rules.orders.carriers.find((one) => one.code === code));
    if (JSON.stringify(was?.zones) === JSON.stringify(is?.zones)) continue;
    changes.push({ name: is?.name ?? was?.name ?? code, before: tariff(was), after: tariff(is) });
  }
  return changes;
}

const PART: Readonly<Record<string, string>> = { service: '客服 · ', orders: '订单 · ' };

function tariff(carrier: Carrier | undefined): string {
  if (!carrier) return '不参加';
  return carrier.zones.map(({ fee, days }) => (fee === '' ? '不到' : `${fee} 元 ${days} 天`)).join('；');
}

/** With its unit; what is empty as what that means. */
function shown({ kind, unit, empty = '' }: RuleField, value: unknown): string {
  if (kind === 'switch') return value === true ? '是' : '否';
  const text = textOf(value);
  return text === '' ? empty : `${text} ${unit}`;
}

function valueAt(rules: TrainingRules, path: string): unknown {
  let at: unknown = rules;
  for (const name of path.split('.')) at = Reflect.get(at as object, name);
  return at;
}

function textOf(value: unknown): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join('-') : String(value);
}

function readValue({ kind, empty }: RuleField, typed: string): unknown {
  const text = typed.trim();
  if (kind === 'switch') return text === 'true';
  if (kind === 'money') return money(text);
  if (kind === 'range') return text.split('-').map(number);
  return text === '' && empty !== undefined ? null : number(text);
}

/** A whole number; anything else as it was typed, so that the check names it. */
function number(typed: string): number | string {
  const text = typed.trim();
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** `12` and `12.5` are amounts that a person types. */
function money(typed: string): string {
  const text = typed.trim();
  return /^\d{1,9}(?:\.\d{1,2})?$/.test(text) ? Number(text).toFixed(2) : text;
}
