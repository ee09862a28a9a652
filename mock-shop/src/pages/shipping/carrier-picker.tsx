import type { Carrier } from 'fixtures';
import { useState } from 'preact/hooks';
import { zoneFor } from '../../domain/ship/carrier-zone.ts';
import './carriers.css';

interface CarrierPickerProps {
  carriers: readonly Carrier[];
  /** Province that it goes to. */
  state: string;
  code: string;
  disabled: boolean;
  onCarrier: (code: string) => void;
}

/** The carriers that the shop offers, with what each takes and how long it needs for that province. */
export function CarrierPicker({ carriers, state, code, disabled, onCarrier }: CarrierPickerProps) {
  const [word, setWord] = useState('');
  const offered = carriers.filter(({ enabled }) => enabled);
  const shown = offered.filter((one) => `${one.name}${one.code}`.toLowerCase().includes(word.trim().toLowerCase()));
  return (
    <div class="carriers">
      <label class="carrier-search">
        查找物流公司{' '}
        <input
          class="field"
          type="search"
          data-testid="carrier-search"
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
      </label>
      <table>
        <caption class="hidden-name">物流公司、到{state}的费用和天数</caption>
        <thead>
          <tr>
            <th scope="col">物流公司</th>
            <th scope="col">运费</th>
            <th scope="col">到达时间</th>
            <th scope="col">客服电话</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => {
            const { fee, days } = zoneFor(one, state);
            return (
              <tr key={one.code} class={one.code === code ? 'chosen' : ''}>
                <th scope="row">
                  <label>
                    <input
                      type="radio"
                      name="carrier"
                      data-testid="carrier"
                      value={one.code}
                      checked={one.code === code}
                      disabled={disabled}
                      onChange={() => onCarrier(one.code)}
                    />{' '}
                    {one.name}
                  </label>
                </th>
                <td class="sum num">{fee ? `${fee} 元` : <span class="carrier-none">不直达{state}</span>}</td>
                <td class="num">{fee ? `${days} 天` : `转寄约 ${days} 天`}</td>
                <td class="num">{one.phone}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length === 0 && <p class="faint">没有叫这个名字的物流公司，或者它没有启用。</p>}
    </div>
  );
}
