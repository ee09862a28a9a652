/** The menu on the left: only what exists. */
export function SideMenu({ path }: { path: string }) {
  return (
    <nav class="menu" aria-label="主菜单">
      <h2>交易管理</h2>
      <ul>
        <li>
          <a href="/sold" aria-current={path.startsWith('/sold') ? 'page' : undefined} data-testid="menu-sold">
            已卖出的宝贝
          </a>
        </li>
      </ul>
    </nav>
  );
}
