interface FieldProps {
  /** Filter's name in the URL; the test id is `filter-<id>`. */
  id: string;
  label: string;
  value: string;
  onValue: (value: string) => void;
}

/** A text filter. */
export function FilterInput({ id, label, value, onValue, numeric }: FieldProps & { numeric?: boolean }) {
  return (
    <label class="filter">
      <span class="filter-label">{label}</span>
      <input
        class="field"
        type="text"
        data-testid={`filter-${id}`}
        maxLength={60}
        inputMode={numeric ? 'numeric' : 'text'}
        autocomplete="off"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}

interface SelectProps extends FieldProps {
  options: readonly (readonly [value: string, label: string])[];
}

/** A filter with fixed choices; the first one is no filter. */
export function FilterSelect({ id, label, value, options, onValue }: SelectProps) {
  return (
    <label class="filter">
      <span class="filter-label">{label}</span>
      <select
        class="field"
        data-testid={`filter-${id}`}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">全部</option>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DatesProps {
  label: string;
  from: string;
  to: string;
  onFrom: (value: string) => void;
  onTo: (value: string) => void;
}

/** Two dates between which something lies, both included. */
export function FilterDates({ label, from, to, onFrom, onTo }: DatesProps) {
  return (
    <fieldset class="filter filter-dates">
      <legend class="hidden-name">{label}</legend>
      <span class="filter-label" aria-hidden="true">
        {label}
      </span>
      <input
        class="field"
        type="date"
        data-testid="filter-from"
        aria-label={`${label} 从`}
        value={from}
        onInput={(event) => onFrom(event.currentTarget.value)}
      />
      <span class="filter-to" aria-hidden="true">
        至
      </span>
      <input
        class="field"
        type="date"
        data-testid="filter-to"
        aria-label={`${label} 到`}
        value={to}
        onInput={(event) => onTo(event.currentTarget.value)}
      />
    </fieldset>
  );
}

interface ActionsProps {
  label: string;
  /** Why one cannot search like this; empty when one can. */
  fault: string;
  onReset: () => void;
}

/** What ends a form of filters: search, reset, and what is wrong. */
export function FilterActions({ label, fault, onReset }: ActionsProps) {
  return (
    <div class="filter-actions">
      <button type="submit" class="button primary" data-testid="search">
        {label}
      </button>
      <button type="button" class="button" data-testid="search-reset" onClick={onReset}>
        重置
      </button>
      {fault && (
        <p class="filter-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
