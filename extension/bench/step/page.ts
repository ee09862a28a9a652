/** A plain page with a table like the list of sold trades: nothing in it but what every guide has to live with. */
export function benchPage(rows: number): string {
  const cells = Array.from({ length: rows }, (_, n) => {
    const tid = tidOf(n);
    return `<tr data-tid="${tid}"><td><input type="checkbox" aria-label="选择 ${tid}"></td><td>${tid}</td><td>澄一 ${n} 手机 曜石黑 256GB</td><td>¥ ${3999 + n}.00</td><td>买家${n}</td><td>等待发货</td><td><button type="button" data-testid="flag" aria-label="添加备注">⚑</button></td></tr>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>测速</title>
<style>body{margin:0;font:14px sans-serif}table{width:100%;border-collapse:collapse}td{border-bottom:1px solid #ddd;padding:6px 8px;height:24px}</style>
<table><tbody>${cells.join('')}</tbody></table></html>`;
}

export function tidOf(row: number): string {
  return String(2611220000000000000n + BigInt(row));
}
