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
