import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Dialog } from '../../components/dialog.tsx';
import { useSend } from '../../components/use-send.ts';

interface AskDialogProps {
  heading: string;
  text: string;
  label: string;
  onClosed: () => void;
  /** @throws what went wrong, which the dialog then says */
  onYes: () => Promise<void>;
  /** More to choose before one says yes; `missing` is why one cannot yet. */
  children?: ComponentChildren;
  missing?: string;
}

/** Asks before something is done; stays open and says why when it could not be done. */
export function AskDialog({ heading, text, label, onClosed, onYes, children, missing = '' }: AskDialogProps) {
  const sending = useSend();
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => form.current?.closest('dialog')?.close();
  return (
    <Dialog heading={heading} headingId="ask-heading" data-testid="ask" onClosed={onClosed}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          sending.send(missing, async () => {
            await onYes();
            close();
          });
        }}
      >
        <div class="dialog-body">
          <p>{text}</p>
          {children}
          <p class="form-fault" role="alert" data-testid="form-fault">
            {sending.fault}
          </p>
        </div>
        <div class="dialog-foot">
          <button type="button" class="button" data-testid="ask-no" onClick={close}>
            再想想
          </button>
          <button type="submit" class="button primary" data-testid="ask-yes" aria-disabled={sending.busy}>
            {sending.busy ? '正在提交…' : label}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
