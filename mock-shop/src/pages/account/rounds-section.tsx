import { useState } from 'preact/hooks';
import { dateTime } from '../../components/labels.ts';
import { Empty } from '../../components/notice.tsx';
import { ENDED_LABEL, PRESET_LABEL } from '../../components/training/role.ts';
import type { RoundSummary } from '../../domain/training/overview.ts';
import { figuresText } from './figures-text.ts';

const SYSTEM = { service: '网店客服系统', orders: '网店订单管理' } as const;
/** The newest, until somebody wants all. */
const FEW = 10;

/** Every round of this world, to look at. */
export function RoundsSection({ rounds }: { rounds: readonly RoundSummary[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rounds : rounds.slice(0, FEW);
  return (
    <section aria-labelledby="rounds-heading">
      <h2 class="part-heading" id="rounds-heading">
        实训记录 <span class="faint num">{rounds.length} 轮，只能看</span>
      </h2>
      {rounds.length === 0 ? (
        <Empty text="这个练习世界里还没有做过实训。">学生登录以后，在网店客服系统或网店订单管理里开始一轮。</Empty>
      ) : (
        <div class="table-scroll">
          <table class="plain-table" data-testid="rounds">
            <thead>
              <tr>
                <th scope="col">系统</th>
                <th scope="col">轮次</th>
                <th scope="col">学生</th>
                <th scope="col">规则</th>
                <th scope="col">开始（店铺时间）</th>
                <th scope="col">结束</th>
                <th scope="col">结果</th>
                <th scope="col">操作</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((round) => (
                <tr key={round.shift_id} data-shift-id={round.shift_id}>
                  <td>{SYSTEM[round.kind]}</td>
                  <td class="num">第 {round.shift_id.split('-')[1]} 轮</td>
                  <td>
                    {round.name || '（不在名单里）'}（{round.account}）
                  </td>
                  <td>{PRESET_LABEL[round.preset]}</td>
                  <td class="num">{dateTime(round.start)}</td>
                  <td>{round.ended ? ENDED_LABEL[round.ended] : '正在进行'}</td>
                  <td>{figuresText(round.kind, round.figures)}</td>
                  <td>
                    {round.end ? (
                      <a
                        href={`/account/rounds/${round.shift_id}`}
                        data-testid="round-open"
                        aria-label={`评价表与讲评：${SYSTEM[round.kind]}第 ${round.shift_id.split('-')[1]} 轮`}
                      >
                        评价表与讲评
                      </a>
                    ) : (
                      <span class="faint">结束后可看</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rounds.length > FEW && !all && (
        <button type="button" class="button" data-testid="rounds-all" onClick={() => setAll(true)}>
          显示全部 {rounds.length} 轮
        </button>
      )}
    </section>
  );
}
