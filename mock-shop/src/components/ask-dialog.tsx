import type { ComponentChildren } from 'preact';
import { FormDialog } from './form-dialog.tsx';

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
export function AskDialog({ text, children, ...rest }: AskDialogProps) {
  return (
    <FormDialog name="ask" no="再想想" {...rest}>
      <p>{text}</p>
      {children}
    </FormDialog>
  );
}
