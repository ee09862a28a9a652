import { limitsOf, RULE_FIELDS, type RuleField } from 'fixtures';
import type { RulesForm } from './rules-form.ts';

interface FieldsProps {
  /** What the paths of its entries begin with; empty: those of no part. */
  part: '' | 'service.' | 'orders.';
  heading: string;
  form: RulesForm;
  onEdit: (form: RulesForm) => void;
}

/** One part of the rules, entry by entry, with units and what they mean. */
export function RuleFields({ part, heading, form, onEdit }: FieldsProps) {
  const fields = RULE_FIELDS.filter(({ path }) => (part === '' ? !path.includes('.') : path.startsWith(part)));
  const edit = (path: string, text: string): void =>
    onEdit({ ...form, preset: 'custom', fields: { ...form.fields, [path]: text } });
  return (
    <section aria-label={heading}>
      <h2 class="part-heading">{heading}</h2>
      <div class="rule-fields">
        {fields.map((field) => (
          <Field
            key={field.path}
            field={field}
            text={form.fields[field.path] ?? ''}
            onText={(text) => edit(field.path, text)}
          />
        ))}
      </div>
    </section>
  );
}

interface FieldProps {
  field: RuleField;
  text: string;
  onText: (text: string) => void;
}

function Field({ field, text, onText }: FieldProps) {
  const { path, label, unit, hint, kind, empty } = field;
  const id = `rule-${path.replaceAll('.', '-')}`;
  const described = hint === undefined ? undefined : `${id}-hint`;
  if (kind === 'switch') {
    return (
      <div class="rule-field">
        <label>
          <input
            type="checkbox"
            data-testid={id}
            aria-describedby={described}
            checked={text === 'true'}
            onChange={(event) => onText(String(event.currentTarget.checked))}
          />{' '}
          {label}
        </label>
        <Hint id={described} text={hint} />
      </div>
    );
  }
  const [from = '', to = ''] = text.split('-');
  return (
    <div class="rule-field">
      <label for={id}>{label}</label>
      <span class="rule-input">
        {kind === 'range' ? (
          <>
            <input
              class="field num rule-end"
              id={id}
              data-testid={`${id}-from`}
              inputMode="numeric"
              autoComplete="off"
              aria-describedby={described}
              value={from}
              onInput={(event) => onText(`${event.currentTarget.value.replaceAll('-', '')}-${to}`)}
            />
            至
            <input
              class="field num rule-end"
              data-testid={`${id}-to`}
              aria-label={`${label}的上限`}
              inputMode="numeric"
              autoComplete="off"
              value={to}
              onInput={(event) => onText(`${from}-${event.currentTarget.value.replaceAll('-', '')}`)}
            />
          </>
        ) : (
          <input
            class="field num"
            id={id}
            data-testid={id}
            inputMode={kind === 'money' ? 'decimal' : 'numeric'}
            autoComplete="off"
            aria-describedby={described}
            placeholder={empty ?? ''}
            title={limits(field)}
            value={text}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        )}
        <span>{unit}</span>
      </span>
      <Hint id={described} text={hint} />
    </div>
  );
}

function Hint({ id, text }: { id: string | undefined; text: string | undefined }) {
  if (id === undefined) return null;
  return (
    <span class="rule-hint" id={id}>
      {text}
    </span>
  );
}

function limits({ path, kind, empty, unit }: RuleField): string {
  if (kind !== 'count') return '';
  const { min, max } = limitsOf(path);
  return `${min} 到 ${max} ${unit}${empty === undefined ? '' : `，留空表示${empty}`}`;
}
