import type { CarrierForm } from './rules-form.ts';

interface TariffProps {
  carriers: readonly CarrierForm[];
  onEdit: (carriers: CarrierForm[]) => void;
}

/** 物流报价: what each carrier takes for one piece and how long it needs, by region, and which of them take part. */
export function TariffTable({ carriers, onEdit }: TariffProps) {
  const edit = (at: number, change: (one: CarrierForm) => CarrierForm): void =>
    onEdit(carriers.map((one, i) => (i === at ? change(one) : one)));
  const zoned = (at: number, zone: number, key: 'fee' | 'days', text: string): void =>
    edit(at, (one) => ({ ...one, zones: one.zones.map((own, i) => (i === zone ? { ...own, [key]: text } : own)) }));
  return (
    <section aria-label="物流报价">
      <h2 class="part-heading">
        物流报价 <span class="faint">每件的运费和天数，按收货省份；运费留空表示不到</span>
      </h2>
      <div class="table-scroll">
        <table class="plain-table tariffs" data-testid="tariffs">
          <thead>
            <tr>
              <th scope="col">参加</th>
              <th scope="col">物流公司</th>
              <th scope="col">收货地区</th>
              <th scope="col">运费（元/件）</th>
              <th scope="col">天数</th>
            </tr>
          </thead>
          {carriers.map(({ carrier, on, zones }, at) => (
            <tbody key={carrier.code} class={on ? '' : 'tariff-off'} data-code={carrier.code}>
              {carrier.zones.map(({ states }, zone) => {
                const where = states.length === 0 ? '其他地区' : states.map(short).join('、');
                const { fee = '', days = '' } = zones[zone] ?? {};
                return (
                  <tr key={where}>
                    {zone === 0 && (
                      <>
                        <td rowSpan={carrier.zones.length}>
                          <input
                            type="checkbox"
                            data-testid={`carrier-on-${carrier.code}`}
                            aria-label={`${carrier.name}参加`}
                            checked={on}
                            onChange={(event) => {
                              const { checked } = event.currentTarget;
                              edit(at, (one) => ({ ...one, on: checked }));
                            }}
                          />
                        </td>
                        <th scope="rowgroup" rowSpan={carrier.zones.length}>
                          {carrier.name}
                        </th>
                      </>
                    )}
                    <td>{where}</td>
                    <td>
                      <input
                        class="field num"
                        data-testid={`fee-${carrier.code}-${zone}`}
                        aria-label={`${carrier.name}到${where}的运费`}
                        inputMode="decimal"
                        autoComplete="off"
                        placeholder="不到"
                        value={fee}
                        onInput={(event) => zoned(at, zone, 'fee', event.currentTarget.value)}
                      />
                    </td>
                    <td>
                      {fee.trim() === '' ? (
                        <span class="faint">—</span>
                      ) : (
                        <input
                          class="field num"
                          data-testid={`days-${carrier.code}-${zone}`}
                          aria-label={`${carrier.name}到${where}的天数`}
                          inputMode="numeric"
                          autoComplete="off"
                          value={days}
                          onInput={(event) => zoned(at, zone, 'days', event.currentTarget.value)}
                        />
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

/** `新疆维吾尔自治区` → `新疆`. */
function short(state: string): string {
  return state.replace(/(?:维吾尔|回族|壮族)?(?:省|市|(?:特别行政|自治)区)$/, '');
}
