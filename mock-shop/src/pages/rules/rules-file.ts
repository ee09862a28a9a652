import { loadTraining, type TrainingRules } from 'fixtures';

/** The rules in an exported file, or what is wrong with it, in Chinese. */
export async function rulesInFile(text: string): Promise<{ rules: TrainingRules } | { fault: string }> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { fault: `这个文件不是 JSON${placeOf(String(error), text)}` };
  }
  const checked = (await loadTraining()).checkedRules(value);
  return 'fault' in checked ? { fault: `文件里的规则不能用：${checked.fault}` } : checked;
}

/** Where it was, as far as the browser says so. */
function placeOf(said: string, text: string): string {
  const line = /line (\d+)/.exec(said)?.[1];
  if (line !== undefined) return `：第 ${line} 行看不懂`;
  const position = /position (\d+)/.exec(said)?.[1];
  if (position !== undefined) return `：第 ${text.slice(0, Number(position)).split('\n').length} 行看不懂`;
  return text.trim() === '' ? '：文件是空的' : '，请在导出的文件上修改';
}
