import { flagRemarkTable } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import { readSignature } from './signature.ts';

const { signatureLabels } = flagRemarkTable().vocabulary;
const read = (memo: string, until?: string) => {
  const { name, date, body } = readSignature(
    normalise(memo),
    ['小刘', '练习店:小刘'],
    signatureLabels,
    '2026-11-22',
    until,
  );
  return [name, date?.text, body];
};

describe('readSignature', () => {
  it.each([
    ['送膜 小刘 11.20', '小刘', '11.20', '送膜'],
    ['送膜 11.20 小刘', '小刘', '11.20', '送膜'],
    ['送膜【小刘/11.20】', '小刘', '11.20', '送膜'],
    ['送膜。备注人：小刘，时间：11月20日 15:30', '小刘', '11月20日', '送膜。备注人'],
    ['送膜 小刘（客服）11.20 星期五', '小刘', '11.20', '送膜'],
    ['送膜 练习店:小刘 1120', '练习店:小刘', '1120', '送膜'],
  ])('%s', (memo, name, date, body) => {
    expect(read(memo)).toEqual([name, date, body]);
  });

  it('takes a name only at the end, a date at the head too', () => {
    expect(read('11/20小刘：送膜')).toEqual([undefined, '11/20', '11/20小刘:送膜']);
    expect(read('11.20送膜，小刘').slice(0, 2)).toEqual(['小刘', '11.20']);
    expect(read('送膜 小刘 11.20 已确认')[0]).toBeUndefined();
  });

  it('does not take another name for the signer', () => {
    expect(read('送膜 小刘洋 11.20')[0]).toBeUndefined();
  });

  it('leaves dates that are part of what is said alone', () => {
    expect(read('11.28前不发 小刘').slice(0, 2)).toEqual(['小刘', undefined]);
    expect(read('先别发，等到11.28 小刘')).toEqual(['小刘', undefined, '先别发,等到11.28']);
    expect(read('11.28 先别发 小刘', '2026-11-28')[1]).toBeUndefined();
  });

  it('does not read a room number as a date, nor a day alone', () => {
    expect(read('广场A座1203 小刘').slice(0, 2)).toEqual(['小刘', undefined]);
    expect(read('送膜 小刘 20号')).toEqual(['小刘', undefined, '送膜']);
  });
});
