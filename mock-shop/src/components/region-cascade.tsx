import { useEffect, useState } from 'preact/hooks';
import { type AreaList, citiesOf, cityOf, districtsOf, loadRegions, type Region, statesOf } from './region/regions.ts';
import './region/region.css';

interface RegionCascadeProps {
  /** The test ids are `<prefix>-state`, `<prefix>-city`, `<prefix>-district`. */
  prefix: string;
  value: Region;
  disabled?: boolean;
  onRegion: (region: Region) => void;
}

/** Province, city and district, each narrowing the next. A name that the list does not have stays as it is until another is chosen. */
export function RegionCascade({ prefix, value, disabled = false, onRegion }: RegionCascadeProps) {
  const { list, failed, retry } = useRegions();
  // 省直辖 has no name of its own in an address: until a county is chosen only this tells that it was picked.
  const [picked, setPicked] = useState('');
  const { state, city, district } = value;
  const cities = list ? citiesOf(list, state) : [];
  const known = list && cityOf(list, value);
  const pending = cities.find(({ code }) => code === picked);
  const current = known ?? (pending?.city === city ? pending : undefined);
  const districts = list && current ? districtsOf(list, current.code) : [];
  const cityCode = current?.code ?? (city && `name:${city}`);
  return (
    <div class="region" aria-busy={!list}>
      <Choice
        testid={`${prefix}-state`}
        label="省份"
        value={state}
        options={(list ? statesOf(list) : []).map((name) => [name, name])}
        own={state}
        disabled={disabled || !list}
        onPick={(name) => {
          setPicked('');
          onRegion({ state: name, city: '', district: '' });
        }}
      />
      <Choice
        testid={`${prefix}-city`}
        label="城市"
        value={cityCode}
        options={cities.map(({ code, label }) => [code, label])}
        own={city}
        disabled={disabled || !list || state === ''}
        onPick={(code) => {
          setPicked(code);
          onRegion({ state, city: cities.find((one) => one.code === code)?.city ?? '', district: '' });
        }}
      />
      <Choice
        testid={`${prefix}-district`}
        label="区县"
        value={district}
        options={districts.map((name) => [name, name])}
        own={district}
        disabled={disabled || !list || !current || (districts.length === 0 && district === '')}
        onPick={(name) => onRegion({ state, city, district: name })}
      />
      {failed && (
        <span class="region-failed" role="alert">
          省市区列表没有读到。
          <button type="button" class="link" onClick={retry}>
            重试
          </button>
        </span>
      )}
    </div>
  );
}

interface ChoiceProps {
  testid: string;
  label: string;
  value: string;
  options: (readonly [value: string, name: string])[];
  /** What the address says now. */
  own: string;
  disabled: boolean;
  onPick: (value: string) => void;
}

function Choice({ testid, label, value, options, own, disabled, onPick }: ChoiceProps) {
  const strange = value !== '' && !options.some(([each]) => each === value);
  return (
    <select
      class="field"
      data-testid={testid}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      <option value="" disabled>
        {label}
      </option>
      {strange && <option value={value}>{own}</option>}
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  );
}

function useRegions(): { list: AreaList | null; failed: boolean; retry: () => void } {
  const [list, setList] = useState<AreaList | null>(null);
  const [failed, setFailed] = useState(false);
  const load = async (): Promise<void> => {
    setFailed(false);
    try {
      setList(await loadRegions());
    } catch {
      setFailed(true);
    }
  };
  useEffect(() => void load(), []);
  return { list, failed, retry: () => void load() };
}
