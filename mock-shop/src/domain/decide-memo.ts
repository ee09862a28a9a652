import type { Command, Decision, Now } from './command.ts';
import { isFlag, type Memo, memoFault } from './memo.ts';
import { numbered } from './record.ts';
import { invalid, missing, remote, type TopError } from './refusal.ts';
import type { ShopState } from './state.ts';

/** Flag and remark of a trade. Source: seller-backend "Gateway", `trade.memo.add / update`. */
export function decideMemo(
  state: ShopState,
  command: Extract<Command, { type: 'memo.add' | 'memo.update' }>,
  now: Now,
): Decision {
  const { tid, flag } = command;
  const memo = command.memo?.replaceAll('\r\n', '\n');
  const refuse = (refusal: TopError): Decision => ({ refusal, subject: tid });
  if (tid === '') return refuse(missing('tid'));
  if (!/^\d{1,19}$/.test(tid)) return refuse(invalid('tid', '订单编号应当全是数字'));
  if (flag !== undefined && !isFlag(flag)) return refuse(invalid('flag', '旗子只能是 0 到 5：灰、红、黄、绿、蓝、紫'));
  if (command.type === 'memo.add' && !memo) return refuse(missing('memo'));
  const fault = memo && memoFault(memo);
  if (fault) return refuse(fault);
  const trade = state.trades[state.places.get(tid) ?? -1];
  if (!trade) return refuse(remote('isv.trade-not-exist', `没有编号为 ${tid} 的订单`));
  if (command.type === 'memo.add' && trade.seller_memo !== '') {
    return refuse(remote('isv.trade-memo-exist', '这笔订单已经有备注，请用修改备注的接口'));
  }
  const before: Memo = { flag: trade.seller_flag, memo: trade.seller_memo };
  const reset = command.type === 'memo.update' && command.reset === true;
  const after: Memo = {
    flag: flag ?? before.flag,
    // TOP: an empty memo is not looked at, and reset clears whatever else is sent.
    memo: reset ? '' : memo || before.memo,
  };
  if (after.flag === before.flag && after.memo === before.memo) return { records: [] };
  return {
    records: numbered(
      state,
      [{ at: now.sim, actor: 'seller', type: 'trade.memo.updated', subject: tid, data: { before, after } }],
      now.wall,
    ),
  };
}
