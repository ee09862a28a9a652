import { useState } from 'preact/hooks';
import { getBuyers } from '../../client/buyer-client.ts';
import { dateTime } from '../../components/labels.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { buyerUrl } from './buyer-url.ts';

/** Everybody who has bought or written, to be searched by nick; who was active last comes first. */
export function BuyerPicker({ current, onPick }: { current?: string; onPick?: () => void }) {
  const [word, setWord] = useState('');
  const asked = useAsked(
    word,
    () => getBuyers(word),
    ({ type }) => type.startsWith('trade.') || type.startsWith('chat.'),
  );
  const { value } = asked;
  return (
    <div class="picker">
      <label class="picker-search">
        <span>买家昵称</span>
        <input
          class="field"
          type="search"
          data-testid="buyer-search"
          placeholder="输入昵称的一部分"
          maxLength={60}
          value={word}
          onInput={(event) => setWord(event.currentTarget.value.trim())}
        />
      </label>
      {asked.fault && <ErrorBar text={asked.fault} onRetry={asked.reload} />}
      <p class="picker-count" role="status">
        {value === null && !asked.fault && '正在读取买家…'}
        {value !== null &&
          (value.total > value.buyers.length
            ? `共 ${value.total} 位买家，最近的 ${value.buyers.length} 位在下面，其余请搜索`
            : `共 ${value.total} 位买家`)}
      </p>
      <ul class="picker-list" aria-busy={asked.stale}>
        {value?.buyers.map(({ nick, trades, last }) => (
          <li key={nick}>
            <a
              href={buyerUrl(nick)}
              data-testid="buyer-pick"
              data-buyer-nick={nick}
              aria-current={nick === current ? 'true' : undefined}
              onClick={onPick}
            >
              <span class="peer-face" aria-hidden="true">
                {[...nick][0]}
              </span>
              <span class="picker-nick">{nick}</span>
              <span class="picker-more num">
                {trades} 笔订单 · 最近 {dateTime(last).slice(5, 16)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {value?.total === 0 && <p class="faint">没有昵称里带「{word}」的买家，换个词试试。</p>}
    </div>
  );
}
