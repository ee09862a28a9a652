import { Empty } from '../../components/notice.tsx';

/** The address names a buyer whom this shop does not know. */
export function NoBuyer({ nick }: { nick: string }) {
  return (
    <main class="page" id="content">
      <h1 class="page-title">没有这位买家</h1>
      <Empty text={`店里没有名为「${nick.slice(0, 60)}」的买家。`}>
        请 <a href="/buyer">选一位买家</a>。
      </Empty>
    </main>
  );
}
