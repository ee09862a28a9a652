import { loadTraining, RULE_FIELDS, type TrainingRules } from 'fixtures';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { saveRules } from '../../client/training-client.ts';
import { FilePick } from '../../components/files/file-pick.tsx';
import { saveFile } from '../../components/files/save-file.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useLeaveGuard } from '../../components/leave-guard.ts';
import { showToast } from '../../components/toast.tsx';
import { PRESET_LABEL } from '../../components/training/role.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { RuleFields } from './rule-fields.tsx';
import { rulesInFile } from './rules-file.ts';
import { formOf, type RuleChange, type RulesForm, ruleChanges, rulesIn } from './rules-form.ts';
import { TariffTable } from './tariff-table.tsx';

interface EditorProps {
  rules: TrainingRules;
  presets: Record<string, TrainingRules>;
  mayChange: boolean;
}

/** The rules to fill in; for those who may not change them, to read. */
export function RulesEditor({ rules, presets, mayChange }: EditorProps) {
  const known = presets.normal?.orders.carriers ?? [];
  const saved = formOf(rules, RULE_FIELDS, known);
  const [form, setForm] = useState<RulesForm>(saved);
  const followed = useRef(saved);
  const [fault, setFault] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState<{ rules: TrainingRules; changes: RuleChange[] } | null>(null);
  const changed = !same(form, saved);
  const leaving = useLeaveGuard(changed && mayChange);

  useLayoutEffect(() => {
    // The rules were changed here, undone, or changed in another tab: what is being typed stays, else the form follows.
    setForm((now) => (same(now, followed.current) ? saved : now));
    followed.current = saved;
  }, [JSON.stringify(rules)]);
  const edit = (next: RulesForm): void => {
    setForm(next);
    setFault('');
    setNote('');
  };
  const show = (other: TrainingRules, said: string): void => {
    edit(formOf(other, RULE_FIELDS, known));
    setNote(said);
  };
  const check = async (): Promise<void> => {
    const { checkedRules } = await loadTraining();
    const checked = checkedRules(rulesIn(form, RULE_FIELDS));
    if ('fault' in checked) return setFault(checked.fault);
    const changes = ruleChanges(rules, checked.rules, RULE_FIELDS);
    if (changes.length === 0) return setFault('和现在的规则一样，不用保存。');
    setAsked({ rules: checked.rules, changes });
  };
  const save = async (next: TrainingRules): Promise<void> => {
    await saveRules(next);
    edit(formOf(next, RULE_FIELDS, known));
    showToast({
      text: '规则已保存，下一轮起生效',
      undo: async () => {
        await saveRules(rules);
      },
    });
  };
  const load = async (text: string): Promise<void> => {
    const read = await rulesInFile(text);
    if ('fault' in read) setFault(read.fault);
    else show(read.rules, '已读入文件，还没有保存。');
  };
  return (
    <form
      class="rules"
      noValidate
      aria-label="规则"
      onSubmit={(event) => {
        event.preventDefault();
        setFault('');
        void check();
      }}
    >
      <div class="rules-bar">
        <span>
          现行规则：<b data-testid="rules-preset">{PRESET_LABEL[rules.preset]}</b>
        </span>
        {mayChange &&
          Object.values(presets).map((preset) => (
            <button
              key={preset.preset}
              type="button"
              class="button"
              data-testid={`preset-${preset.preset}`}
              onClick={() => show(preset, `已填入「${PRESET_LABEL[preset.preset]}」的规则，还没有保存。`)}
            >
              填入「{PRESET_LABEL[preset.preset]}」
            </button>
          ))}
        <span class="topbar-space" />
        {mayChange && (
          <FilePick
            id="rules-file"
            label="导入 JSON…"
            accept=".json,application/json"
            onText={load}
            onNone={() => setFault('')}
          />
        )}
        <button
          type="button"
          class="button"
          data-testid="rules-export"
          onClick={() =>
            saveFile(
              [`${JSON.stringify(rules, null, 2)}\n`],
              `实训规则-${PRESET_LABEL[rules.preset]}.json`,
              'application/json',
            )
          }
        >
          导出 JSON
        </button>
      </div>
      <fieldset class="rules-all" disabled={!mayChange}>
        <legend class="hidden-name">全部规则</legend>
        <RuleFields part="" heading="通用" form={form} onEdit={edit} />
        <RuleFields part="service." heading="网店客服系统" form={form} onEdit={edit} />
        <RuleFields part="orders." heading="网店订单管理" form={form} onEdit={edit} />
        <TariffTable carriers={form.carriers} onEdit={(carriers) => edit({ ...form, preset: 'custom', carriers })} />
      </fieldset>
      {mayChange && (
        <div class="rules-foot">
          <p class="form-fault" role="alert" data-testid="rules-fault">
            {fault}
          </p>
          <button type="submit" class="button primary" data-testid="rules-save">
            保存规则
          </button>
          <button
            type="button"
            class="button"
            data-testid="rules-reset"
            disabled={!changed}
            onClick={() => edit(saved)}
          >
            恢复成现行规则
          </button>
          <span class="faint" role="status" data-testid="rules-note">
            {note || (changed ? '有改动还没有保存。' : '')}
          </span>
        </div>
      )}
      {asked && <ChangesDialog asked={asked} onYes={() => save(asked.rules)} onClosed={() => setAsked(null)} />}
      {leaving && <LeaveDialog key={leaving.time} leaving={leaving} />}
    </form>
  );
}

function same(a: RulesForm, b: RulesForm): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface ChangesProps {
  asked: { changes: RuleChange[] };
  onYes: () => Promise<void>;
  onClosed: () => void;
}

function ChangesDialog({ asked: { changes }, onYes, onClosed }: ChangesProps) {
  return (
    <FormDialog name="rules-dialog" heading="保存规则" label="保存" wide onClosed={onClosed} onYes={onYes}>
      <p>
        改动 <b class="num">{changes.length}</b> 项，从下一轮实训起生效；正在进行的一轮不受影响。
      </p>
      <div class="table-scroll">
        <table class="plain-table" data-testid="rules-changes">
          <thead>
            <tr>
              <th scope="col">规则</th>
              <th scope="col">原来</th>
              <th scope="col">改成</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before, after }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FormDialog>
  );
}
