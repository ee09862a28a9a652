import { REGIONS } from '../../domain/tools/regions.ts';

interface ProvinceSelectProps {
  testid: string;
  label: string;
  value: string;
  /** What stands for no province; absent: there is always one. */
  none?: string;
  onValue: (value: string) => void;
}

/** One province, in the large areas that sellers think in. */
export function ProvinceSelect({ testid, label, value, none, onValue }: ProvinceSelectProps) {
  return (
    <select
      class="field"
      data-testid={testid}
      aria-label={label}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      {none && <option value="">{none}</option>}
      {REGIONS.map(({ name, provinces }) => (
        <optgroup key={name} label={name}>
          {provinces.map((province) => (
            <option key={province} value={province}>
              {province}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
