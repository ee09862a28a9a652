import { REGIONS } from '../../domain/tools/regions.ts';

interface PlacesFieldProps {
  label: string;
  states: readonly string[];
  /** Provinces that other lines have: a province has one fee. */
  taken: readonly string[];
  onStates: (states: readonly string[]) => void;
}

/** Provinces to tick, by large areas; an area's own box ticks all of it that is free. */
export function PlacesField({ label, states, taken, onStates }: PlacesFieldProps) {
  const pick = (names: readonly string[], on: boolean): void =>
    onStates([...states.filter((one) => !names.includes(one)), ...(on ? names : [])]);
  return (
    <fieldset class="places">
      <legend class="hidden-name">{label}</legend>
      {REGIONS.map(({ name, provinces }) => {
        const free = provinces.filter((one) => !taken.includes(one));
        const chosen = free.filter((one) => states.includes(one));
        return (
          <div key={name} class="places-area">
            <label class="places-all">
              <input
                type="checkbox"
                data-testid="freight-area"
                checked={free.length > 0 && chosen.length === free.length}
                indeterminate={chosen.length > 0 && chosen.length < free.length}
                disabled={free.length === 0}
                onChange={(event) => pick(free, event.currentTarget.checked)}
              />{' '}
              {name}
            </label>
            <span class="places-list">
              {provinces.map((province) => (
                <label key={province} class={free.includes(province) ? '' : 'faint'}>
                  <input
                    type="checkbox"
                    data-testid="freight-province"
                    value={province}
                    checked={states.includes(province)}
                    disabled={!free.includes(province)}
                    onChange={(event) => pick([province], event.currentTarget.checked)}
                  />{' '}
                  {province}
                  {!free.includes(province) && '（已在别的行）'}
                </label>
              ))}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
