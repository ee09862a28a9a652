import type { ComponentChildren, DialogHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './dialog.css';

interface DialogProps extends Omit<DialogHTMLAttributes<HTMLDialogElement>, 'title'> {
  heading: ComponentChildren;
  /** Id of the heading, unique on the page. */
  headingId: string;
  /** Esc was pressed or the cross clicked: false keeps the dialog open. */
  mayClose?: () => boolean;
  /** The dialog is closed and the focus is back where it was. */
  onClosed: () => void;
  children: ComponentChildren;
}

/** A native modal dialog, open as long as it is mounted. Close it by `closest('dialog').close()`, so that the focus returns. */
export function Dialog({
  heading,
  headingId,
  mayClose = () => true,
  onClosed,
  children,
  class: name,
  ...rest
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // To the first thing there is to fill in; by itself the browser picks the cross.
    dialog?.querySelector<HTMLElement>('input:checked, input, select, textarea')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      {...rest}
      ref={ref}
      class={`dialog ${name ?? ''}`}
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        // A browser asks by `cancel` only once: at the second Esc it would close, whatever the answer.
        if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && !mayClose())
          event.preventDefault();
      }}
      onCancel={(event) => {
        if (event.target === ref.current && !mayClose()) event.preventDefault();
      }}
      onClose={onClosed}
    >
      <div class="dialog-head">
        <h2 id={headingId}>{heading}</h2>
        <button
          type="button"
          class="dialog-cross"
          aria-label="关闭"
          onClick={() => {
            if (mayClose()) ref.current?.close();
          }}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
      </div>
      {children}
    </dialog>
  );
}
