const NAMES: Record<string, string> = {
  tab: '分类',
  page: '页码',
  size: '每页条数',
  title: '宝贝名称',
  nick: '买家昵称',
  tid: '订单编号',
  from: '开始日期',
  to: '结束日期',
  status: '订单状态',
  rate: '评价状态',
  refund: '售后服务',
  logistics: '物流服务',
  flag: '备注标签',
  tile: '分类',
  no: '退款编号',
  type: '退款类型',
  reason: '退款原因',
  result: '评价',
  reply: '解释状态',
  text: '评论',
  period: '时间',
  state: '寄往地区',
};

/** Says which parts of the URL made no sense. `onClose` puts the URL right. */
export function IgnoredNote({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  if (names.length === 0) return null;
  return (
    <div class="ignored-note" role="status">
      网址里的{names.map((name) => NAMES[name] ?? name).join('、')}看不懂，已忽略。
      <button type="button" class="link" onClick={onClose}>
        知道了
      </button>
    </div>
  );
}
