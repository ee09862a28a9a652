import { gbkBytes } from '../../domain/gbk.ts';
import { MEMO_BYTES } from '../../domain/memo.ts';
import { CountedText } from '../counted-text.tsx';

interface RemarkTextProps {
  /** Prefix of the test ids: `memo` or `batch`. */
  prefix: string;
  text: string;
  readOnly: boolean;
  hint?: string;
  onText: (text: string) => void;
}

/** The remark's text with its byte count. */
export function RemarkText({ hint = '备注仅卖家可见', ...rest }: RemarkTextProps) {
  return <CountedText {...rest} label="备注内容" hint={hint} most={MEMO_BYTES} unit="字节" count={gbkBytes} />;
}
