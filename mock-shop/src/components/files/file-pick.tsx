import { useState } from 'preact/hooks';
import { FileFault, readText } from './text-of.ts';

interface FilePickProps {
  /** Also its test id. */
  id: string;
  label: string;
  accept: string;
  /** Gets the file's text, and its name without the ending. */
  onText: (text: string, name: string) => void | Promise<void>;
  /** No file is chosen any more, or the one that is cannot be read. */
  onNone: () => void;
}

/** Chooses a text file and reads it; says so when it cannot be read. */
export function FilePick({ id, label, accept, onText, onNone }: FilePickProps) {
  const [fault, setFault] = useState('');
  const [name, setName] = useState('');
  const pick = async (file: File | undefined): Promise<void> => {
    setFault('');
    onNone();
    setName(file?.name ?? '');
    if (!file) return;
    try {
      await onText(await readText(file), file.name.replace(/\.[^.]+$/, ''));
    } catch (error) {
      setFault(error instanceof FileFault ? error.message : '文件读不出来，请再选一次。');
    }
  };
  return (
    <p class="file-pick">
      {/* The browser's own words for this would be in the browser's language. */}
      <label class="button file-button">
        {label}
        <input
          type="file"
          class="hidden-name"
          data-testid={id}
          accept={accept}
          aria-describedby={`${id}-fault`}
          onChange={(event) => {
            void pick(event.currentTarget.files?.[0]);
            // The same file again, changed meanwhile, is a new choice.
            event.currentTarget.value = '';
          }}
        />
      </label>
      {name !== '' && <span class="faint">{name}</span>}
      <span class="form-fault" role="alert" id={`${id}-fault`}>
        {fault}
      </span>
    </p>
  );
}
