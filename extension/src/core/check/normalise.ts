/** Traditional characters that customer service writes, each followed by its simplified form. */
const TRADITIONAL =
  '贈赠買买賣卖發发貨货運运費费換换補补錢钱號号單单顏颜藍蓝紅红綠绿黃黄電电話话線线殼壳機机順顺豐丰圓圆韻韵達达遞递後后說说評评價价處处無无誤误數数檢检測测與与約约時时間间點点區区東东廣广國国際际樓楼層层劉刘張张陳陈繫系聯联賠赔給给願愿個个條条雙双兩两貳贰隻只膠胶碼码鋼钢併并歡欢讓让還还這这來来過过請请對对為为應应質质問问題题劃划損损壞坏態态氣气蘇苏灣湾莊庄門门廳厅場场華华連连寫写務务實实現现類类種种樣样訂订購购係系聽听歸归擔担負负責责辦办銀银鐵铁馬马鳥鸟魚鱼龍龙會会覺觉員员幫帮確确認认簽签庫库齊齐裡里裏里鎮镇縣县鄉乡幣币傷伤週周禮礼開开關关進进遠远邊边經经內内專专業业義义車车長长風风飛飞頭头畫画護护證证譯译識识調调談谈論论設设許许訴诉據据綫线備备編编級级絲丝襪袜飾饰掛挂環环絡络倉仓償偿優优寬宽緊紧顯显議议壓压緩缓暫暂遲迟煩烦親亲該该將将減减選选擇择滿满諾诺絕绝貼贴鄭郑黨党趙赵楊杨吳吴孫孙馮冯鄧邓蕭萧葉叶鐘钟鍾钟';

const simplified = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) simplified.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1));

const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}]/u;
const CONTROL = /[\s\p{Cc}]/u;
const ALNUM = /[0-9a-z]/;
const DIGIT = /[0-9]/;
const DASHES = new Set(['–', '—', '−', '‐', '‑', '―', '~', '〜']);
const DOTS = new Set(['·', '•', '‧', '・', '。', '．']);

/**
 * One form for all ways to type the same: half width, lower case, simplified, control characters as
 * white space, invisible ones gone. White space stays (as one space) only where it keeps two words
 * or numbers of ASCII apart; dots and dashes between digits become `.` and `-`. Linear in `raw`.
 */
export function normalise(raw: string): string {
  const chars: string[] = [];
  let gap = false;
  for (const char of raw.normalize('NFKC').toLowerCase()) {
    // Most of a remark: it needs no further look.
    if (char >= '\u4e00' && char <= '\u9fff') {
      chars.push(simplified.get(char) ?? char);
      gap = false;
    } else if (CONTROL.test(char)) {
      gap = true;
    } else if (!INVISIBLE.test(char)) {
      const previous = chars.at(-1);
      if (gap && previous !== undefined && ALNUM.test(previous) && ALNUM.test(char)) chars.push(' ');
      chars.push(simplified.get(char) ?? char);
      gap = false;
    }
  }
  return chars.map((char, i) => separator(char, chars[i - 1], chars[i + 1])).join('');
}

function separator(char: string, before = '', after = ''): string {
  if (!DIGIT.test(before) || !DIGIT.test(after)) return char;
  if (DASHES.has(char)) return '-';
  if (DOTS.has(char)) return '.';
  return char;
}

/** Length as the shop counts it, in bytes of GBK (GB18030 for what GBK lacks): ASCII 1, else 2, beyond the BMP 4. */
export function gbkBytes(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code <= 0x7f) bytes += 1;
    else bytes += code > 0xffff ? 4 : 2;
  }
  return bytes;
}
