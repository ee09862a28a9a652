import { useState } from 'preact/hooks';
import type { NewTemplate } from '../../client/tools-client.ts';
import { yuan } from '../../domain/money.ts';
import { postage, standardIn } from '../../domain/tools/freight.ts';
import { ProvinceSelect } from './province-select.tsx';

/** 试算: what a buyer would pay. @param template absent while it is not whole */
export function FreightTrial({ template }: { template: NewTemplate | undefined }) {
  const [state, setState] = useState('广东省');
  const [amount, setAmount] = useState('3');
  const number = standardIn(amount);
  return (
    <p class="freight-trial">
      试算：寄到 <ProvinceSelect testid="freight-trial-state" label="试算：寄到" value={state} onValue={setState} />{' '}
      <input
        class="field num"
        type="text"
        inputMode="decimal"
        maxLength={5}
        data-testid="freight-trial-amount"
        aria-label={template?.valuation === 1 ? '试算：千克' : '试算：件数'}
        value={amount}
        onInput={(event) => setAmount(event.currentTarget.value)}
      />{' '}
      {template?.valuation === 1 ? '千克' : '件'}，买家付{' '}
      <output class="num" data-testid="freight-trial">
        {template && number > 0 ? `${yuan(postage(template, state, number))} 元` : '—'}
      </output>
    </p>
  );
}
