import type { SellerFlag } from 'fixtures';
import { Flag } from '../flag.tsx';
import { FLAG_LABEL, FLAGS } from '../labels.ts';

interface FlagPickerProps {
  testid: string;
  /** Name of the radio group, unique on the page. */
  name: string;
  /** Null: nothing picked yet. */
  flag: SellerFlag | null;
  disabled: boolean;
  onPick: (flag: SellerFlag) => void;
}

/** The six flags as radios. Only colours are named here: what each is for, the seller knows. */
export function FlagPicker({ testid, name, flag, disabled, onPick }: FlagPickerProps) {
  return (
    <fieldset class="flag-picker" data-testid={testid} disabled={disabled}>
      <legend>标记</legend>
      {FLAGS.map((each) => (
        <label key={each} class={each === flag ? 'picked' : ''}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === flag}
            onChange={() => onPick(each)}
            aria-label={FLAG_LABEL[each]}
          />
          <Flag flag={each} />
          <span aria-hidden="true">{each === 0 ? '灰旗 未标' : FLAG_LABEL[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
