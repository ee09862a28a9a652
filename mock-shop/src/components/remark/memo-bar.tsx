import { FLAG_LABEL } from '../labels.ts';
import type { Ask } from './memo-dialog.tsx';

interface MemoBarProps {
  ask: Ask;
  onDiscard: () => void;
  onClear: () => void;
  /** Saves again; the text may have changed since, so it is checked again. */
  onRetry: () => void;
  onBack: () => void;
}

/** The remark dialog's one place for questions, notes and failures. */
export function MemoBar({ ask, onDiscard, onClear, onRetry, onBack }: MemoBarProps) {
  if (ask.kind === 'none') return null;
  if (ask.kind === 'discard') {
    return (
      <div class="dialog-bar" role="alert">
        <p>有修改还没保存，要放弃吗？</p>
        <button type="button" class="button" data-testid="memo-discard" onClick={onDiscard}>
          放弃修改
        </button>
        <button type="button" class="button" data-testid="memo-keep" onClick={onBack}>
          继续编辑
        </button>
      </div>
    );
  }
  if (ask.kind === 'clear') {
    return (
      <div class="dialog-bar" role="alert">
        <p>内容是空的，保存后原来的备注内容会被清除，旗子是{FLAG_LABEL[ask.flag]}。</p>
        <button type="button" class="button" data-testid="memo-clear" onClick={onClear}>
          清除备注
        </button>
        <button type="button" class="button" onClick={onBack}>
          继续编辑
        </button>
      </div>
    );
  }
  if (ask.kind === 'note') {
    return (
      <div class="dialog-bar" role="alert">
        <p>{ask.text}</p>
      </div>
    );
  }
  return (
    <div class="dialog-bar bad" role="alert" data-testid="memo-failed">
      <p>没有保存成功：{ask.reason}</p>
      <button type="button" class="button" data-testid="memo-retry" onClick={onRetry}>
        重试
      </button>
    </div>
  );
}
