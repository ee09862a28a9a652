import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
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
  onClosed,
  onYes,
  children,
}: FormDialogProps) {
  const { busy, fault, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => form.current?.closest('dialog')?.close();
  return (
    <Dialog
      heading={heading}
      headingId={`${name}-heading`}
      class={wide ? 'wide' : ''}
      data-testid={name}
      {...(trade && { 'data-tid': trade.tid, 'data-buyer-nick': trade.buyer_nick })}
      mayClose={() => !busy}
      onClosed={onClosed}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
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
        </div>
        <div class="dialog-foot">
          <button
            type="button"
            class="button"
            data-testid={`${name}-no`}
            aria-disabled={busy}
            onClick={() => busy || close()}
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
