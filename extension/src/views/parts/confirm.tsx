import { useEffect, useRef } from 'preact/hooks';

/** A question in a modal dialog; Esc and the second button mean no. */
export function Confirm(props: { title: string; text: string; yes: string; onYes: () => void; onNo: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="confirm-title" onClose={props.onNo} class="confirm">
      <div class="stack">
        <h2 id="confirm-title">{props.title}</h2>
        <p>{props.text}</p>
        <div class="row">
          <button type="button" class="primary" data-testid="confirm-yes" onClick={props.onYes}>
            {props.yes}
          </button>
          <button type="button" data-testid="confirm-no" onClick={props.onNo}>
            取消
          </button>
        </div>
      </div>
    </dialog>
  );
}
