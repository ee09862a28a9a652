import type { ComponentChildren } from 'preact';
import { NOTE_LENGTH } from '../domain/refund/check.ts';
import './form.css';

/** A form of the buyer's view; `onSend` checks and sends. */
export function Form({ onSend, children }: { onSend: () => void; children: ComponentChildren }) {
  return (
    <form
      class="buyer-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}

/** A name and what it stands for, in a `<dl class="deal-facts">`. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface SelectProps {
  label: string;
  testid: string;
  options: readonly (readonly [value: string, label: string])[];
  value: string;
  onChange: (value: string) => void;
}

/** One of many, none to begin with. */
export function Select({ label, testid, options, value, onChange }: SelectProps) {
  return (
    <select
      class="field"
      data-testid={testid}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">请选择</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

interface TextProps {
  label: string;
  testid: string;
  value: string;
  onInput: (value: string) => void;
  /** Longest text that can be typed. */
  most: number;
  class?: string;
  mode?: 'decimal' | 'numeric';
}

/** One line of text. */
export function Text({ label, testid, value, onInput, most, class: size = '', mode }: TextProps) {
  return (
    <input
      class={`field ${size}`}
      data-testid={testid}
      aria-label={label}
      maxLength={most}
      inputMode={mode}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

interface RowProps {
  label: string;
  required?: boolean;
  children: ComponentChildren;
}

/** A line of a form: its name and what is filled in. */
export function Row({ label, required = false, children }: RowProps) {
  return (
    <div class="form-row">
      <span class="form-name" aria-hidden="true">
        {label}
        {required && <span class="form-star">*</span>}
      </span>
      <div class="form-value">{children}</div>
    </div>
  );
}

interface NoteRowProps {
  label: string;
  value: string;
  testid: string;
  onInput: (value: string) => void;
}

/** A note of at most 200 characters, counted as one types. */
export function NoteRow({ label, value, testid, onInput }: NoteRowProps) {
  const { length } = [...value.trim()];
  return (
    <Row label={label}>
      <textarea
        class="field form-note"
        data-testid={testid}
        aria-label={label}
        rows={3}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class={length > NOTE_LENGTH ? 'form-hint over' : 'form-hint'} role="status">
        {length > NOTE_LENGTH ? `超出 ${length - NOTE_LENGTH} 个字，` : ''}
        {length}/{NOTE_LENGTH}
      </p>
    </Row>
  );
}

interface ChoicesProps {
  /** Of the radio buttons, unique on the page. */
  name: string;
  testid: string;
  label: string;
  options: readonly (readonly [value: string, label: string, disabled?: boolean])[];
  value: string;
  onChange: (value: string) => void;
}

/** One of a few, as radio buttons. */
export function Choices({ name, testid, label, options, value, onChange }: ChoicesProps) {
  return (
    <fieldset class="choices" data-testid={testid}>
      <legend class="hidden-name">{label}</legend>
      {options.map(([one, text, disabled = false]) => (
        <label key={one} class={one === value ? 'choice chosen' : 'choice'}>
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === value}
            disabled={disabled}
            onChange={() => onChange(one)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

interface FormFootProps {
  label: string;
  testid: string;
  busy: boolean;
  fault: string;
  children?: ComponentChildren;
}

/** What went wrong, and the button that sends the form. */
export function FormFoot({ label, testid, busy, fault, children }: FormFootProps) {
  return (
    <div class="form-foot">
      <p class="form-fault" role="alert" data-testid="form-fault">
        {fault}
      </p>
      <button type="submit" class="button primary big" data-testid={testid} aria-disabled={busy}>
        {busy && <span class="spinner" aria-hidden="true" />}
        {busy ? '正在提交…' : label}
      </button>
      {children}
    </div>
  );
}
