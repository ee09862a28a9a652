import type { Trade } from 'fixtures';
import type { ComponentChild, ComponentType } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { showToast } from '../toast.tsx';

/** What a seller may do with a trade in a dialog. */
export type Deed = 'price' | 'close' | 'delay';

export interface DealDialogProps {
  /** As it was when the dialog opened. */
  trade: Trade;
  onClosed: () => void;
}

/** Each dialog is fetched when it is first asked for, so that lists stay light. */
const LOAD: Record<Deed, () => Promise<ComponentType<DealDialogProps>>> = {
  price: async () => (await import('./price-dialog.tsx')).PriceDialog,
  close: async () => (await import('./close-dialog.tsx')).CloseDialog,
  delay: async () => (await import('./delay-dialog.tsx')).DelayDialog,
};

/** `start` opens the dialog of a deed; `dialog` is what to draw. `start` is the same function for the page's whole life. */
export function useDeal(): { start: (deed: Deed, trade: Trade) => void; dialog: ComponentChild } {
  const [open, setOpen] = useState<{ Dialog: ComponentType<DealDialogProps>; trade: Trade } | null>(null);
  const start = useCallback(async (deed: Deed, trade: Trade): Promise<void> => {
    try {
      const Dialog = await LOAD[deed]();
      setOpen({ Dialog, trade });
    } catch {
      showToast({ text: '没有打开，请检查网络后再点一次', bad: true });
    }
  }, []);
  return {
    start: useCallback((deed, trade) => void start(deed, trade), []),
    dialog: open && <open.Dialog trade={open.trade} onClosed={() => setOpen(null)} />,
  };
}
