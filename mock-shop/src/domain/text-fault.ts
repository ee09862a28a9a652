import { gbkBytes, inGbk } from './gbk.ts';
import { invalid, type TopError } from './refusal.ts';

/**
 * Why a text cannot be kept; undefined when it can. TOP keeps GBK: other characters (emoji) are refused, and so are
 * controls but the line break.
 * @param parameter TOP's name of the argument
 * @param what what people call it: `备注`
 * @param most in GBK bytes
 */
export function textFault(parameter: string, what: string, text: string, most: number): TopError | undefined {
  const bytes = gbkBytes(text);
  if (bytes > most) {
    return invalid(parameter, `${what}最多 ${most} 字节（汉字算 2 个字节），现在是 ${bytes} 字节，请删减后再保存`);
  }
  return charactersFault(parameter, what, text);
}

/** The same without a limit, for texts that are counted in characters. */
export function charactersFault(parameter: string, what: string, text: string): TopError | undefined {
  if (hasControl(text)) return invalid(parameter, `${what}里有看不见的控制字符，请删掉后再保存`);
  for (const character of text) {
    if (!inGbk(character)) {
      const shown = character.isWellFormed() ? `「${character}」` : '（残缺字符）';
      return invalid(parameter, `${what}不能保存这个字符：${shown}，表情等特殊符号请换成文字`);
    }
  }
  return undefined;
}

/** ASCII, C1 and line-separator controls, without the line feed. */
export function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 10) continue;
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}
