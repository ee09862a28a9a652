import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import { useSend } from './use-send.ts';
import './form-dialog.css';

interface FormDialogProps {
  /** Test id of the dialog; its buttons are `NAME-yes` and `NAME-no`. */
  name: string;
  heading: ComponentChildren;
  /** The button that does it. */
  label: string;
  no?: string;
  /** Why it cannot be done yet, said when the button is pressed. */
  missing?: string | undefined;
  /** The trade that it is about. */
  trade?: { tid: string; buyer_nick: string };
  wide?: boolean;
  /** Something was filled in: leaving asks first, with the buttons `NAME-discard` and `NAME-keep`. */
  unsaved?: boolean;
  onClosed: () => void;
  /** @throws what went wrong: the dialog then says it and stays open, to be tried again */
  onYes: () => Promise<void>;
  children: ComponentChildren;
}

/** A dialog with something to fill in or to confirm, and one button that does it, once at a time. */
export function FormDialog({
  name,
  heading,
  label,
  no = '取消',
  missing,
  trade,
  wide,
  unsaved = false,
  onClosed,
  onYes,
  children,
}: FormDialogProps) {
  const { busy, fault, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const close = (): void => form.current?.closest('dialog')?.close();
  const mayClose = (): boolean => {
    if (busy) return false;
    if (!unsaved || asked) return true;
    setAsked(true);
    return false;
  };
  return (
    <Dialog
      heading={heading}
      headingId={`${name}-heading`}
      class={wide ? 'wide' : ''}
      data-testid={name}
      {...(trade && { 'data-tid': trade.tid, 'data-buyer-nick': trade.buyer_nick })}
      mayClose={mayClose}
      onClosed={onClosed}
    >
      <form
        ref={form}
        noValidate
        onInput={() => setAsked(false)}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(false);
          send(missing, async () => {
            await onYes();
            close();
          });
        }}
      >
        <div class="dialog-body">
          {children}
          <p class="form-fault" role="alert" data-testid="form-fault">
            {fault}
          </p>
          {asked && !busy && (
            <div class="dialog-bar" role="alert">
              <p>填好的内容还没有保存，要放弃吗？</p>
              <button type="button" class="button" data-testid={`${name}-discard`} onClick={close}>
                放弃
              </button>
              <button type="button" class="button" data-testid={`${name}-keep`} onClick={() => setAsked(false)}>
                继续填写
              </button>
            </div>
          )}
        </div>
        <div class="dialog-foot">
          <button
            type="button"
            class="button"
            data-testid={`${name}-no`}
            aria-disabled={busy}
            onClick={() => mayClose() && close()}
          >
            {no}
          </button>
          <button type="submit" class="button primary" data-testid={`${name}-yes`} aria-disabled={busy}>
            {busy && <span class="spinner" aria-hidden="true" />}
            {busy ? '正在提交…' : label}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
