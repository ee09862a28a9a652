import { useState } from 'preact/hooks';
import { ColumnHeads } from '../../components/column-heads.tsx';
import type { FeeDraft, FreightDraft } from './freight-draft.ts';
import { NEW_FEE } from './freight-draft.ts';
import { PlacesField } from './places-field.tsx';

interface FreightFeesProps {
  valuation: FreightDraft['valuation'];
  fees: readonly FeeDraft[];
  onFees: (fees: readonly FeeDraft[]) => void;
}

type Typed = Exclude<keyof FeeDraft, 'states'>;

/** The lines of a template: the default, then those for places of their own. */
export function FreightFees({ valuation, fees, onFees }: FreightFeesProps) {
  /** The line whose places are being chosen. */
  const [choosing, setChoosing] = useState(-1);
  const [unit, first, more] = valuation === 1 ? ['千克', '首重', '续重'] : ['件', '首件', '续件'];
  const fields: readonly (readonly [Typed, string])[] = [
    ['start_standard', `${first}（${unit}）`],
    ['start_fee', '运费（元）'],
    ['add_standard', `${more}（${unit}）`],
    ['add_fee', '续费（元）'],
  ];
  const change = (at: number, part: Partial<FeeDraft>): void =>
    onFees(fees.map((fee, i) => (i === at ? { ...fee, ...part } : fee)));
  return (
    <>
      <table class="tools-table freight-fees">
        <caption class="hidden-name">运费</caption>
        <thead>
          <ColumnHeads names={['运送到', ...fields.map(([, label]) => label), '操作']} />
        </thead>
        {fees.map((fee, at) => {
          const place = at === 0 ? '默认运费' : `指定地区第 ${at} 行`;
          return (
            <tbody key={String(at)} data-testid="freight-fee">
              <tr>
                <th scope="row">
                  {at === 0 ? (
                    '默认运费（没有指定的地区）'
                  ) : (
                    <>
                      {fee.states.join('、') || <span class="faint">还没有选择地区</span>}{' '}
                      <button
                        type="button"
                        class="link"
                        data-testid="freight-places"
                        aria-expanded={choosing === at}
                        aria-label={`选择地区：${place}`}
                        onClick={() => setChoosing(choosing === at ? -1 : at)}
                      >
                        选择地区
                      </button>
                    </>
                  )}
                </th>
                {fields.map(([field, label]) => (
                  <td key={field}>
                    <input
                      class="field num"
                      type="text"
                      inputMode="decimal"
                      autocomplete="off"
                      maxLength={8}
                      data-testid={`freight-${field.replace('_', '-')}`}
                      aria-label={`${place}：${label}`}
                      value={fee[field]}
                      onInput={(event) => change(at, { [field]: event.currentTarget.value })}
                    />
                  </td>
                ))}
                <td class="middle">
                  {at > 0 && (
                    <button
                      type="button"
                      class="link"
                      data-testid="freight-drop"
                      aria-label={`删除：${place}`}
                      onClick={() => {
                        setChoosing(-1);
                        onFees(fees.filter((_, i) => i !== at));
                      }}
                    >
                      删除
                    </button>
                  )}
                </td>
              </tr>
              {choosing === at && (
                <tr>
                  <td colSpan={6}>
                    <PlacesField
                      label={`运送到：${place}`}
                      states={fee.states}
                      taken={fees.flatMap(({ states }, i) => (i === at ? [] : states))}
                      onStates={(states) => change(at, { states })}
                    />
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
      <p class="freight-more">
        <button
          type="button"
          class="link"
          data-testid="freight-place-add"
          onClick={() => {
            onFees([...fees, NEW_FEE]);
            setChoosing(fees.length);
          }}
        >
          ＋ 为指定地区设置运费
        </button>
      </p>
    </>
  );
}
