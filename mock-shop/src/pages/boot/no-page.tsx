import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Empty } from '../../components/notice.tsx';

/** An address without a page. The bare address leads to the list. */
export function NoPage() {
  const { path, route } = useLocation();
  useLayoutEffect(() => {
    if (path === '/') route('/sold', true);
  }, [path]);
  if (path === '/') return null;
  return (
    <main class="page" id="content">
      <h1 class="page-title">没有这个页面</h1>
      <Empty text={`店里没有地址为 ${path.slice(0, 60)} 的页面。`}>
        去 <a href="/sold">已卖出的宝贝</a>。
      </Empty>
    </main>
  );
}
