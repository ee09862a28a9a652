import { FormDialog } from '../../components/form-dialog.tsx';
import type { Leaving } from '../../components/leave-guard.ts';

/** Somebody leaves while changes are not saved. */
export function LeaveDialog({ leaving: { leave, stay } }: { leaving: Leaving }) {
  return (
    <FormDialog
      name="rules-leave"
      heading="规则还没有保存"
      label="放弃改动，离开"
      no="留在这里"
      onClosed={stay}
      onYes={async () => leave()}
    >
      <p>离开以后，这一页上的改动就没有了。</p>
    </FormDialog>
  );
}
