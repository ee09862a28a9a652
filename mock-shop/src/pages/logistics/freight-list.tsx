import type { FreightTemplate } from 'fixtures';
import { useState } from 'preact/hooks';
import { getTemplates, removeTemplate } from '../../client/tools-client.ts';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { dateTime } from '../../components/labels.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { showToast } from '../../components/toast.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { FreightDialog } from './freight-dialog.tsx';

type Open = { what: 'add' } | { what: 'edit' | 'copy' | 'remove'; template: FreightTemplate };

/** 运费模板: what buyers pay for postage, by where it goes. */
export function FreightList() {
  const list = useAsked('', getTemplates, ({ type }) => type.startsWith('freight.'));
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section aria-label="运费模板">
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <div class="list-bar">
        <button
          type="button"
          class="button primary"
          data-testid="freight-add"
          aria-haspopup="dialog"
          disabled={!list.value}
          onClick={() => setOpen({ what: 'add' })}
        >
          新增运费模板
        </button>
        <span class="faint">运费要写得清楚、不多收。没有指定的地区按默认运费算。</span>
      </div>
      {!list.value && !list.fault && <p class="faint tools-wait">正在读取运费模板…</p>}
      {list.value?.map((template) => (
        <Template key={template.template_id} template={template} onOpen={(what) => setOpen({ what, template })} />
      ))}
      {open?.what === 'add' && <FreightDialog onClosed={close} />}
      {open?.what === 'edit' && <FreightDialog template={open.template} onClosed={close} />}
      {open?.what === 'copy' && <FreightDialog template={open.template} copy onClosed={close} />}
      {open?.what === 'remove' && <FreightRemove template={open.template} onClosed={close} />}
    </section>
  );
}

const ACTS = [
  ['copy', '复制'],
  ['edit', '修改'],
  ['remove', '删除'],
] as const;

function Template({
  template,
  onOpen,
}: {
  template: FreightTemplate;
  onOpen: (what: (typeof ACTS)[number][0]) => void;
}) {
  const { template_id, name, assumer, valuation, modified, fee_list } = template;
  const [unit, first, more] = valuation === 1 ? ['千克', '首重', '续重'] : ['件', '首件', '续件'];
  const fees = fee_list.toSorted((a, b) => Math.min(a.states.length, 1) - Math.min(b.states.length, 1));
  return (
    <article class="freight" data-testid="freight-template" data-template-id={template_id} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span class="faint">
          {assumer === 1 ? '卖家承担运费' : valuation === 1 ? '按重量计价' : '按件数计价'}，最后编辑{' '}
          <time class="num">{dateTime(modified)}</time>
        </span>
        <span class="freight-acts">
          {ACTS.map(([what, label]) => (
            <button
              key={what}
              type="button"
              class="link"
              data-testid={`freight-${what}`}
              aria-label={`${label}：${name}`}
              aria-haspopup="dialog"
              onClick={() => onOpen(what)}
            >
              {label}
            </button>
          ))}
        </span>
      </header>
      <table class="tools-table">
        <caption class="hidden-name">{name}的运费</caption>
        <thead>
          <ColumnHeads
            names={['运送方式', '运送到', `${first}（${unit}）`, '运费（元）', `${more}（${unit}）`, '续费（元）']}
          />
        </thead>
        <tbody>
          {fees.map(({ states, start_standard, start_fee, add_standard, add_fee }) => (
            <tr key={states.join()}>
              <td class="middle">快递</td>
              <td>{states.length > 0 ? states.join('、') : assumer === 1 ? '全国' : '全国（下面没有写到的地区）'}</td>
              {assumer === 1 ? (
                <td colSpan={4} class="middle">
                  包邮
                </td>
              ) : (
                [start_standard, start_fee, add_standard, add_fee].map((value, at) => (
                  <td key={String(at)} class="sum num">
                    {value}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

function FreightRemove({ template, onClosed }: { template: FreightTemplate; onClosed: () => void }) {
  return (
    <FormDialog
      name="freight-delete"
      heading="删除运费模板"
      label="确认删除"
      onClosed={onClosed}
      onYes={async () => {
        await removeTemplate(template.template_id);
        showToast({ text: `运费模板「${template.name}」已删除` });
      }}
    >
      <p class="tools-ask">
        确定删除运费模板「<strong>{template.name}</strong>」吗？删除后不能恢复，已有订单的运费不变。
      </p>
    </FormDialog>
  );
}
