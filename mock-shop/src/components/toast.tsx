import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../client/call.ts';
import './toast.css';

interface Toast {
  id: number;
  text: string;
  bad?: boolean;
  /** The trade it is about. */
  tid?: string;
  /** Takes back what the toast reports. @throws {ShopError} */
  undo?: () => Promise<void>;
}

/** Ms a toast stays while nobody points at it; longer when there is something to click. */
const STAY = 4000;
const STAY_WITH_UNDO = 10_000;
const MOST = 3;

const toasts = signal<Toast[]>([]);
let lastId = 0;

/** Says at the bottom of the screen what has just happened. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  toasts.value = [...toasts.value, { ...toast, id: lastId }].slice(-MOST);
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

/** The place where toasts appear; always on the page so that screen readers hear them. */
export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((toast) => (
        <ToastBox key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function flagOf(tid: string): HTMLElement | null {
  return document.querySelector(`[data-tid="${CSS.escape(tid)}"] [data-testid="flag"]`);
}

function ToastBox({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (held || busy) return;
    const timer = setTimeout(() => dismiss(toast.id), toast.undo ? STAY_WITH_UNDO : STAY);
    return () => clearTimeout(timer);
  }, [held, busy]);
  const undo = async (): Promise<void> => {
    if (busy || !toast.undo) return;
    setBusy(true);
    try {
      await toast.undo();
      const focused = box.current?.contains(document.activeElement);
      dismiss(toast.id);
      // The button that had the focus is gone: on to the trade it was about.
      if (focused && toast.tid) flagOf(toast.tid)?.focus();
      showToast({ text: '已撤销', ...(toast.tid && { tid: toast.tid }) });
    } catch (error) {
      setBusy(false);
      showToast({ text: `没有撤销成功：${reasonOf(error)}`, bad: true });
    }
  };
  return (
    <div
      ref={box}
      class={toast.bad ? 'toast bad' : 'toast'}
      data-tid={toast.tid}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(box.current?.contains(document.activeElement) ?? false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class="toast-mark" aria-hidden="true">
        {toast.bad ? '!' : '✓'}
      </span>
      <span>{toast.text}</span>
      {toast.undo && (
        <button type="button" class="toast-undo" data-testid="memo-undo" aria-disabled={busy} onClick={undo}>
          {busy ? '正在撤销…' : '撤销'}
        </button>
      )}
    </div>
  );
}
