/** The screens by their groups, as sellers know them. Only what exists. Source: design, "The shop". */
const MENU: readonly { group: string; items: readonly { href: string; label: string; testid: string }[] }[] = [
  {
    group: '交易管理',
    items: [
      { href: '/sold', label: '已卖出的宝贝', testid: 'menu-sold' },
      { href: '/rates', label: '评价管理', testid: 'menu-rates' },
    ],
  },
  { group: '价格及发货管理', items: [{ href: '/prices', label: '订单价格修改', testid: 'menu-prices' }] },
  {
    group: '物流管理',
    items: [
      { href: '/shipping', label: '发货', testid: 'menu-shipping' },
      { href: '/logistics', label: '物流工具', testid: 'menu-logistics' },
    ],
  },
  {
    group: '客户服务',
    items: [
      { href: '/refunds', label: '退款管理', testid: 'menu-refunds' },
      { href: '/service', label: '网店客服系统', testid: 'menu-service' },
    ],
  },
  {
    group: '实训',
    items: [
      { href: '/orders', label: '网店订单管理', testid: 'menu-orders' },
      { href: '/quiz', label: '巩固与提高', testid: 'menu-quiz' },
      { href: '/rules', label: '规则设置', testid: 'menu-rules' },
      { href: '/buyer', label: '买家视角', testid: 'menu-buyer' },
    ],
  },
  { group: '我的账户', items: [{ href: '/account', label: '我的账户', testid: 'menu-account' }] },
];

/** The menu on the left. */
export function SideMenu({ path }: { path: string }) {
  return (
    <nav class="menu" aria-label="主菜单">
      {MENU.map(({ group, items }) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul>
            {items.map(({ href, label, testid }) => (
              <li key={href}>
                <a href={href} aria-current={path.startsWith(href) ? 'page' : undefined} data-testid={testid}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
