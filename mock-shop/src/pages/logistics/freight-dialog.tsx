import type { FreightTemplate } from 'fixtures';
import { useState } from 'preact/hooks';
import { saveTemplate } from '../../client/tools-client.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { draftFault, draftOf, type FreightDraft, NEW_DRAFT, templateOf } from './freight-draft.ts';
import { FreightFees } from './freight-fees.tsx';
import { FreightTrial } from './freight-trial.tsx';

interface FreightDialogProps {
  /** The one to be changed; absent: a new one. */
  template?: FreightTemplate;
  /** A new one that starts as that one is. */
  copy?: boolean;
  onClosed: () => void;
}

/** 新增 and 修改运费模板. */
export function FreightDialog({ template, copy = false, onClosed }: FreightDialogProps) {
  const [before] = useState((): FreightDraft => {
    if (!template) return NEW_DRAFT;
    const draft = draftOf(template);
    return copy ? { ...draft, name: `${draft.name} 副本` } : draft;
  });
  const [draft, setDraft] = useState(before);
  const id = copy ? undefined : template?.template_id;
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  const fault = draftFault(draft);
  const set = (part: Partial<FreightDraft>): void => setDraft((now) => ({ ...now, ...part }));
  return (
    <FormDialog
      name="freight"
      heading={id === undefined ? '新增运费模板' : '修改运费模板'}
      label="保存"
      wide
      missing={id !== undefined && !changed ? '模板没有改动，没有要保存的。' : fault}
      unsaved={changed}
      onClosed={onClosed}
      onYes={async () => {
        await saveTemplate(templateOf(draft), id);
        showToast({ text: `运费模板「${draft.name.trim()}」已保存` });
      }}
    >
      <div class="freight-form">
        <label class="receiver-line">
          <span>模板名称</span>
          <input
            class="field freight-name"
            type="text"
            data-testid="freight-name"
            autocomplete="off"
            value={draft.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        </label>
        <Choice
          legend="是否包邮"
          name="freight-assumer"
          value={draft.assumer}
          labels={['买家承担运费', '卖家承担运费（包邮）']}
          onValue={(assumer) => set({ assumer })}
        />
        {draft.assumer === 0 && (
          <>
            <Choice
              legend="计价方式"
              name="freight-valuation"
              value={draft.valuation}
              labels={['按件数', '按重量']}
              onValue={(valuation) => set({ valuation })}
            />
            <FreightFees valuation={draft.valuation} fees={draft.fees} onFees={(fees) => set({ fees })} />
            <FreightTrial template={fault ? undefined : templateOf(draft)} />
          </>
        )}
      </div>
    </FormDialog>
  );
}

interface ChoiceProps {
  legend: string;
  /** The test ids are `<name>-0` and `<name>-1`. */
  name: string;
  value: 0 | 1;
  labels: readonly [string, string];
  onValue: (value: 0 | 1) => void;
}

function Choice({ legend, name, value, labels, onValue }: ChoiceProps) {
  return (
    <fieldset class="receiver-line">
      <legend class="hidden-name">{legend}</legend>
      <span aria-hidden="true">{legend}</span>
      {([0, 1] as const).map((each) => (
        <label key={each} class="freight-choice">
          <input
            type="radio"
            name={name}
            data-testid={`${name}-${each}`}
            checked={value === each}
            onChange={() => onValue(each)}
          />{' '}
          {labels[each]}
        </label>
      ))}
    </fieldset>
  );
}
