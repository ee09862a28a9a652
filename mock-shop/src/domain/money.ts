/** `"3999.00"` as fen, a whole number. @throws RangeError when the text is no amount */
export function fen(yuan: string): number {
  const parts = /^(-?)(\d{1,12})\.(\d{2})$/.exec(yuan);
  if (!parts) throw new RangeError(`不是金额：${yuan}`);
  const sum = Number(parts[2]) * 100 + Number(parts[3]);
  return parts[1] ? -sum : sum;
}

/** Fen as TOP writes money: `"3999.00"`, negative amounts with a minus sign. */
export function yuan(amount: number): string {
  const whole = Math.abs(amount);
  return `${amount < 0 ? '-' : ''}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}
