import type { Intent } from 'fixtures';

/** How an intent is put into words. Patterns meet text as `plain` leaves it: half width, lower case, no spaces. */
export interface IntentRule {
  intent: Intent;
  pattern: RegExp;
  /** Said with a 不, 没 or 别 before it, it is not this intent. What only brings a matter up is the same either way. */
  act?: true;
}

const WAYBILL = /(?<![a-z\d])(?:(?:sf|yt|jt|dpk)\d{10,15}|[a-z]{2}\d{9}[a-z]{2}|(?!1[3-9]\d{9}(?!\d))\d{10,15})(?!\d)/g;

/** In the order in which a record lists them. */
export const RULES: readonly IntentRule[] = [
  { intent: 'greet', pattern: /[您你]好|在吗|在么|在不在|[早晚]上好|[上中下]午好|哈[喽啰]|hello|欢迎光临/g },
  { intent: 'thanks', pattern: /谢谢|感谢|多谢|辛苦/g },
  {
    intent: 'apologise',
    pattern: /抱歉|致歉|道歉|歉意|赔.{0,2}是|添麻烦|久等了?|我们(?:的)?(?:错|责任|疏忽|失误|做得差)|sorry/g,
  },
  {
    intent: 'empathise',
    pattern: /理解[您你]|能理解|体谅|[您你]的心情|[换要]是我|着急也?是?应该|[您你]消消气|请?[您你]?放心/g,
  },
  { intent: 'ask-address', pattern: /地址|收货人|寄到|送到|发到|门牌/g },
  {
    intent: 'confirm-address',
    pattern:
      /(?:核对|确认).{0,12}(?:地址|收货(?!时间)|收件)|(?:地址|收货人|收件人|寄到|发到).{0,60}(?:对吗|是吗|对么|正确|无误|核对|确认|属实|错吗)|(?:省|市|区|县).{2,30}(?:路|街|道|村|镇|巷|号|[栋幢室])/g,
  },
  { intent: 'ask-contact', pattern: /电话|手机号|(?<!单)号码|联系方式|姓名|名字|收件人|收货人/g },
  { intent: 'ask-carrier', pattern: /快递(?!费)|物流公司|发哪家|顺丰|圆通|中通|申通|韵达|邮政|ems|极兔|德邦|百世/g },
  { intent: 'ask-postage', pattern: /运费|邮费|快递费|差价|包邮|到付|\d+(?:元|块)/g },
  {
    intent: 'ask-gift',
    pattern: /赠|送(?![到货达件回修检错])|礼[物品]|小礼|钢化膜|数据线|手机壳|手机支架|自拍杆|擦屏布|收纳盒/g,
  },
  {
    intent: 'ask-reason',
    pattern: /原因|为什么|为啥|为何|哪里|哪儿|怎么(?![换发寄退])|什么(?:问题|情况|事)|啥(?:问题|情况|事)/g,
  },
  { intent: 'ask-rating', pattern: /评价|中评|差评|好评|追评|评分/g },
  { intent: 'ask-wants', pattern: /要求|习惯|特点|偏好|注意(?!查收|收货|签收)|(?:需要|还有|想要)(?:什么|啥)/g },
  { intent: 'note-down', pattern: /备注|登记|记下|记录|记好|记着|标[记注]|旗/g },
  { intent: 'ask-time', pattern: /什么时候|啥时候|何时|哪天|几号|几点|几天|多久|多长时间|日期/g },
  {
    intent: 'ask-variant',
    pattern:
      /颜色|尺码|款式|哪[款个]|型号|规格|(?<!明)(?:曜石黑|[黑白青紫蓝红绿灰粉透])(?!旗)|燕麦|姜黄|藏青|\d+gb|(?<![a-z])x{0,3}[sml]码?(?![a-z])|什么(?!时候|问题|情况|事|要求)/g,
  },
  { intent: 'ask-exchange', pattern: /换(?!地址|快递|收货|电话)|调货/g },
  {
    intent: 'ask-quantity',
    pattern: /几(?![天号点时家])|数量|多少(?![钱天])|(?<![邮快寄退收条])件|[一二两三四五六\d][台条张根副双]/g,
  },
  { intent: 'ask-return', pattern: /退件|寄[回了出走没来]|退回|退货|单号|物流/g },
  { intent: 'ask-split', pattern: /先[发走寄]|分开|分[两批]|拆单|一起[发寄]|手机/g },
  { intent: 'ask-top-up', pattern: /补(?!偿|发)|拍(?![照摄])|差价|差额/g },
  { intent: 'ask-ship', pattern: /发(?![票现烫热黄货票]|哪家)|发货|寄(?!回)|出库|今天/g, act: true },
  {
    intent: 'ask-received',
    pattern:
      /收到(?:货|包裹|东西|宝贝|快递)?了?[吗么]|签收|代[收签]|(?:家人|同事|门卫|物业|驿站|快递柜|邻居).{0,8}[收签取放]|拿到货?了?[吗么]/g,
  },
  { intent: 'ask-wait', pattern: /稍等|[再多请][您你]?等|等(?:一下|一等|等|几天|[一两三\d]天|通知|到货)|宽限|耐心/g },
  {
    intent: 'ask-close',
    pattern:
      /(?:关闭|关掉|取消|关了?).{0,4}(?:交易|订单|这单|这笔|单子)|(?:交易|订单|这单|这笔|单子).{0,6}(?:关闭|关掉|取消|关了|关一下)/g,
    act: true,
  },
  { intent: 'ask-extend', pattern: /延长|延迟(?:收货|确认)|延[一二三五七十几\d]+天/g, act: true },
  {
    intent: 'ask-watch',
    pattern: /(?:留意|注意).{0,4}(?:查收|收货|签收|物流|快递|包裹|电话)|(?:请|记得|及时)[您你]?.{0,2}(?:查收|签收)/g,
    act: true,
  },
  {
    intent: 'ask-inspect',
    pattern: /验货|开箱|拆箱|当面.{0,4}[查验]|检查.{0,3}(?:包装|商品|货|宝贝)|签[字名].{0,2}盖章/g,
    act: true,
  },
  { intent: 'tell-stock', pattern: /缺货|断货|没有?现?货|无货|卖完|售罄|库存不足|缺(?!点)|补货|等货/g, act: true },
  {
    intent: 'announce-shipped',
    pattern:
      /(?:已|已经|刚|刚刚|都)(?:(?!安排|准备|可以|[,。?!]).){0,6}(?:发货|发出|寄出|发走|寄走|出库|揽收)|[发寄][出走]去?[了啦]|发货[了啦]/g,
    act: true,
  },
  { intent: 'tell-waybill', pattern: WAYBILL },
  {
    intent: 'promise-reply',
    pattern:
      /(?:稍后|晚点|一会儿?|待会儿?|马上|尽快|今天|明天|下班前|\d+点[前之]?).{0,8}(?:回复|答复|回[您你]|告诉[您你]|联系[您你]|反馈)|有(?:消息|结果|进展).{0,6}(?:告诉|通知|回复|联系)/g,
    act: true,
  },
  { intent: 'offer-refund', pattern: /退款|退[钱您你]|全额退|退全款|[钱款].{0,4}退/g, act: true },
  { intent: 'offer-return', pattern: /退货|退回来|寄回/g, act: true },
  {
    intent: 'offer-exchange',
    pattern: /[给帮为能可重安](?:(?![,。?!]).){0,6}换|换(?:一[台件个条副根张]|新|货)|补发|重发|重新[发寄]/g,
    act: true,
  },
  { intent: 'offer-substitute', pattern: /推荐|换成|改[成拍]|别的款|其他款|另一?款|[同类]似?款|替代/g, act: true },
  {
    intent: 'compensate',
    pattern: /优惠券|代金券|抵用券|红包|返现|补偿|赔(?!.{0,2}是)|[退返][您你]?\d+(?:元|块)|小礼[物品]/g,
    act: true,
  },
];
