import { getGoods } from '../../client/service-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import type { SeenGoods } from '../../domain/training/service/seen.ts';
import { GOODS_TABS, type GoodsTab } from './service-url.ts';

/** What scrolls must be reachable by keyboard too. */
const SCROLLABLE = { tabIndex: 0 };

/** 商品信息: what the answers rest on. Source: textbook 1.1, 1.2, 2.1. */
export function GoodsPane({ id, tab, href }: { id: string; tab: GoodsTab; href: (tab: GoodsTab) => string }) {
  const goods = useAsked(
    id,
    () => getGoods(id),
    ({ type }) => /^(?:address|carrier)\./.test(type),
  );
  return (
    <section class="pane goods" aria-label="商品信息" data-testid="goods">
      <h2 class="pane-title">{goods.value ? goods.value.card.name : '商品信息'}</h2>
      {goods.value && <Asked goods={goods.value} />}
      <nav class="goods-tabs" aria-label="商品信息分类">
        {GOODS_TABS.map(([name, label]) => (
          <a
            key={name}
            href={href(name)}
            data-testid={`goods-${name}`}
            aria-current={name === tab ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {goods.fault && <ErrorBar text={goods.fault} onRetry={goods.reload} />}
      <section class="goods-body" aria-label={GOODS_TABS.find(([name]) => name === tab)?.[1]} {...SCROLLABLE}>
        {goods.value ? <Body goods={goods.value} tab={tab} /> : !goods.fault && <p class="faint">正在读取…</p>}
      </section>
    </section>
  );
}

function Asked({ goods: { asked } }: { goods: SeenGoods }) {
  return (
    <p class="asked">
      咨询：{asked.colour} {asked.size}，现价 <strong class="num">¥ {asked.price}</strong>，库存{' '}
      <strong class="num">{asked.stock}</strong> 件
      {asked.waybill && (
        <>
          ；这位买家的运单号 <span class="num">{asked.waybill}</span>
        </>
      )}
    </p>
  );
}

function Body({ goods, tab }: { goods: SeenGoods; tab: GoodsTab }) {
  const { card } = goods;
  switch (tab) {
    case 'attributes':
      return (
        <>
          {card.groups.map(({ title, rows }) => (
            <table key={title} class="facts">
              <caption>{title}</caption>
              <tbody>
                {rows.map(([label, value]) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </>
      );
    case 'usage':
      return (
        <>
          {card.usage.map(({ title, lines }) => (
            <section key={title} class="usage">
              <h3>{title}</h3>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </>
      );
    case 'prices':
      return <Prices prices={goods.prices} />;
    case 'strengths':
      return <Strengths rows={goods.strengths} />;
    case 'stock':
      return <Stock goods={goods} />;
    case 'rules':
      return (
        <dl class="rules">
          {goods.rules.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

/** A group of lines for each competitor: side by side they would not fit beside the talk. */
function Prices({ prices: { heads, rows } }: { prices: SeenGoods['prices'] }) {
  return (
    <table class="facts">
      <caption>产品的售价与主要竞争者对比表</caption>
      {heads.slice(1).map((name, at) => (
        <tbody key={name}>
          <tr>
            <th scope="rowgroup" colSpan={2} class="facts-name">
              {name}
            </th>
          </tr>
          {rows.map((row) => (
            <tr key={row[0]}>
              <th scope="row">{row[0]}</th>
              <td>{row[at + 1]}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Strengths({ rows }: { rows: SeenGoods['strengths'] }) {
  return (
    <table class="facts">
      <caption>竞争者产品优点、弱点对比表</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            主要竞争者与本公司产品比较
          </th>
          <th scope="col">特色</th>
        </tr>
      </thead>
      {rows.map(({ name, good, weak, special }) => (
        <tbody key={name}>
          <tr>
            <th scope="rowgroup" colSpan={3} class="facts-name">
              {name}
            </th>
          </tr>
          <tr>
            <th scope="row">优点</th>
            <td>{good}</td>
            <td rowSpan={2}>{special}</td>
          </tr>
          <tr>
            <th scope="row">弱点</th>
            <td>{weak}</td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function Stock({ goods: { stock, promotion, gift } }: { goods: SeenGoods }) {
  return (
    <>
      <table class="facts stock">
        <caption>库存（件）</caption>
        <thead>
          <tr>
            <th scope="col">颜色</th>
            {stock.sizes.map(({ name, yuan }) => (
              <th key={name} scope="col">
                {name}
                <br />
                <span class="num">¥ {yuan.toFixed(2)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stock.colours.map((colour, at) => (
            <tr key={colour}>
              <th scope="row">{colour}</th>
              {stock.sizes.map(({ name }, size) => {
                const pieces = stock.pieces[at]?.[size] ?? 0;
                return (
                  <td key={name} class="num">
                    {pieces === 0 ? '缺货' : pieces}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="rules">
        <div>
          <dt>现行促销</dt>
          <dd>{promotion.text}</dd>
        </div>
        <div>
          <dt>促销截止</dt>
          <dd>
            {promotion.until}
            {promotion.last && '（今天）'}
          </dd>
        </div>
        <div>
          <dt>备用小礼物</dt>
          <dd>{gift}，只在买家坚持时以个人名义送，并备注</dd>
        </div>
      </dl>
    </>
  );
}
