import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { showToast } from '../toast.tsx';

interface DialogProps {
  tid: string;
  onClosed: () => void;
}

/** 查看物流: fetches the dialog when it is first asked for, so that lists stay light. */
export function TrackingLink({ tid }: { tid: string }) {
  const [shown, setShown] = useState<{ Dialog: ComponentType<DialogProps> } | null>(null);
  const open = async (): Promise<void> => {
    try {
      const { TrackingDialog } = await import('./tracking-dialog.tsx');
      setShown({ Dialog: TrackingDialog });
    } catch {
      showToast({ text: '物流信息没有打开，请检查网络后再点一次', bad: true });
    }
  };
  return (
    <>
      <button
        type="button"
        class="link"
        data-testid="tracking"
        aria-label={`查看物流：订单 ${tid}`}
        aria-haspopup="dialog"
        onClick={() => void open()}
      >
        查看物流
      </button>
      {shown && <shown.Dialog tid={tid} onClosed={() => setShown(null)} />}
    </>
  );
}
