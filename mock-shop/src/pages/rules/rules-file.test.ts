import { loadTraining } from 'fixtures';
import { expect, it } from 'vitest';
import { rulesInFile } from './rules-file.ts';

const { PRESETS } = await loadTraining();

it('reads what was exported', async () => {
  expect(await rulesInFile(`\uFEFF${JSON.stringify(PRESETS.exam, null, 2)}\n`)).toEqual({ rules: PRESETS.exam });
});

it('that was changed by hand goes by no preset’s name', async () => {
  const { exam } = PRESETS;
  const text = JSON.stringify({ ...exam, service: { ...exam.service, visitors: 25 } });
  expect(await rulesInFile(text)).toMatchObject({ rules: { preset: 'custom', service: { visitors: 25 } } });
});

it.each<[string, string]>([
  ['', '这个文件不是 JSON：文件是空的'],
  ['{\n  "preset": 1 2\n}', '这个文件不是 JSON：第 2 行看不懂'],
  ['<html>', '这个文件不是 JSON，请在导出的文件上修改'],
  ['7', '文件里的规则不能用：规则：不合要求'],
  ['{"preset":"easy"}', '文件里的规则不能用：允许暂停：缺了这一项'],
])('%j: %s', async (text, fault) => {
  expect(await rulesInFile(text)).toEqual({ fault });
});
