import type { Account } from 'fixtures';
import { useState } from 'preact/hooks';
import { endShift, type SeenShift } from '../../client/training-client.ts';
import { FormDialog } from '../form-dialog.tsx';
import { ENDED_LABEL, PRESET_LABEL } from './role.ts';
import { useSecondsLeft } from './use-seconds-left.ts';
import './training.css';

interface ShiftBarProps {
  account: Account;
  shift: SeenShift;
  paused: boolean;
  /** `来访 5 / 16` */
  progress: string;
  /** What handing in now leaves undone; empty: nothing. */
  undone: string;
}

/** Who is at work, how far the round is and how long it lasts, and 交卷. */
export function ShiftBar({ account, shift, paused, progress, undone }: ShiftBarProps) {
  const [asked, setAsked] = useState(false);
  const left = useSecondsLeft(shift.left, paused || Boolean(shift.end));
  return (
    <div class="shift-bar" data-testid="shift-bar" data-shift-id={shift.shift_id}>
      <span>
        {account.name}（{account.account}）
      </span>
      <span>
        第 {shift.shift_id.split('-')[1]} 轮 · {PRESET_LABEL[shift.preset]}规则
      </span>
      <span data-testid="shift-progress">{progress}</span>
      {shift.ended && <strong data-testid="shift-ended">{ENDED_LABEL[shift.ended]}，这一轮只能看，不能再改。</strong>}
      {left !== null && (
        <span class={left < 60 ? 'shift-late' : ''}>
          剩余 <span class="num">{clockText(left)}</span>
          {paused && '（已暂停）'}
        </span>
      )}
      <span class="topbar-space" />
      {!shift.end && (
        <button type="button" class="button" data-testid="shift-end" onClick={() => setAsked(true)}>
          交卷
        </button>
      )}
      {asked && (
        <FormDialog
          name="shift-end-dialog"
          heading="结束这一轮"
          label="确定交卷"
          no="继续做"
          onClosed={() => setAsked(false)}
          onYes={async () => {
            await endShift(shift.shift_id);
          }}
        >
          <p>{undone || '都处理完了。'}交卷以后这一轮不能再改，可以再开一轮。</p>
        </FormDialog>
      )}
    </div>
  );
}

/** `12:05` of seconds. */
function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
