import { loadTraining, RULE_FIELDS, type TrainingRules } from 'fixtures';
import { ruleChanges } from './rules-form.ts';

/** The rules in an exported file, or what is wrong with it, in Chinese. */
export async function rulesInFile(text: string): Promise<{ rules: TrainingRules } | { fault: string }> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { fault: `这个文件不是 JSON${placeOf(String(error), text)}` };
  }
  const { checkedRules, PRESETS } = await loadTraining();
  const checked = checkedRules(value);
  if ('fault' in checked) return { fault: `文件里的规则不能用：${checked.fault}` };
  const { rules } = checked;
  // A file that was changed by hand goes by the name of what it was no longer.
  const preset = rules.preset === 'custom' ? undefined : PRESETS[rules.preset];
  const honest = !preset || ruleChanges(preset, rules, RULE_FIELDS).length === 0;
  return { rules: honest ? rules : { ...rules, preset: 'custom' } };
}

/** Where it was, as far as the browser says so. */
function placeOf(said: string, text: string): string {
  const line = /line (\d+)/.exec(said)?.[1];
  if (line !== undefined) return `：第 ${line} 行看不懂`;
  const position = /position (\d+)/.exec(said)?.[1];
  if (position !== undefined) return `：第 ${text.slice(0, Number(position)).split('\n').length} 行看不懂`;
  return text.trim() === '' ? '：文件是空的' : '，请在导出的文件上修改';
}
