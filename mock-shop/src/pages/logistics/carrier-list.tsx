import type { Carrier } from 'fixtures';
import { reasonOf } from '../../client/call.ts';
import { getCarriers, switchCarrier } from '../../client/tools-client.ts';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { ErrorBar } from '../../components/notice.tsx';
import { showToast } from '../../components/toast.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { zoneFor } from '../../domain/ship/carrier-zone.ts';
import { ProvinceSelect } from './province-select.tsx';

interface CarrierListProps {
  /** Province that fees and days are shown for; empty: all regions. */
  to: string;
  onTo: (to: string) => void;
}

/** 物流公司: which the shop works with, what each takes and how many days it needs. */
export function CarrierList({ to, onTo }: CarrierListProps) {
  const list = useAsked('', getCarriers, ({ type }) => type.startsWith('carrier.'));
  const open = list.value?.filter(({ enabled }) => enabled).length;
  return (
    <section aria-label="物流公司">
      {list.fault && <ErrorBar text={list.fault} onRetry={list.reload} />}
      <div class="list-bar">
        <span>
          寄往 <ProvinceSelect testid="carrier-to" label="寄往" value={to} none="全部地区" onValue={onTo} />
        </span>
        {list.value && (
          <span class="faint">
            共 {list.value.length} 家，已开通 {open} 家。发货时只能选已开通的；运费是店铺和物流公司谈定的价。
          </span>
        )}
      </div>
      {!list.value && !list.fault && <p class="faint tools-wait">正在读取物流公司…</p>}
      {list.value && (
        <table class="tools-table carrier-list">
          <caption class="hidden-name">物流公司{to && `到${to}的运费和天数`}</caption>
          <thead>
            <ColumnHeads
              names={[
                '物流公司',
                '代码',
                '客服电话',
                ...(to ? ['运费（元）', '天数'] : ['各地区的运费和天数']),
                '状态',
              ]}
            />
          </thead>
          <tbody>
            {list.value.map((carrier) => (
              <CarrierRow key={carrier.code} carrier={carrier} to={to} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function CarrierRow({ carrier, to }: { carrier: Carrier; to: string }) {
  const { code, name, phone, enabled, zones } = carrier;
  const { fee, days } = zoneFor(carrier, to);
  return (
    <tr data-testid="carrier-row" data-code={code} class={enabled ? '' : 'carrier-closed'}>
      <th scope="row">{name}</th>
      <td class="middle num">{code}</td>
      <td class="middle num">{phone}</td>
      {to ? (
        <>
          <td class="sum num">{fee || '不直达'}</td>
          <td class="sum num">{fee ? days : `转寄约 ${days}`}</td>
        </>
      ) : (
        <td>
          {zones.toSorted(defaultLast).map((zone) => (
            <span key={zone.states.join()} class="tools-line">
              {zone.states.join('、') || '其他地区'}：{zone.fee ? `${zone.fee} 元，${zone.days} 天` : '不直达'}
            </span>
          ))}
        </td>
      )}
      <td class="middle">
        <button
          type="button"
          role="switch"
          class="switch"
          data-testid="carrier-switch"
          aria-checked={enabled}
          aria-label={`开通${name}`}
          onClick={() => void turn(carrier, !enabled)}
        >
          <span class="switch-track" aria-hidden="true" />
          {enabled ? '已开通' : '未开通'}
        </button>
      </td>
    </tr>
  );
}

function defaultLast(a: Carrier['zones'][number], b: Carrier['zones'][number]): number {
  return Number(a.states.length === 0) - Number(b.states.length === 0);
}

async function turn({ code, name }: Carrier, enabled: boolean): Promise<void> {
  const said = (on: boolean): string => (on ? '开通' : '停用');
  try {
    await switchCarrier(code, enabled);
    showToast({ text: `已${said(enabled)}${name}`, undo: async () => void (await switchCarrier(code, !enabled)) });
  } catch (error) {
    showToast({ text: `没有${said(enabled)}${name}：${reasonOf(error)}`, bad: true });
  }
}
