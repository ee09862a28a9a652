/** Every browser knows the attribute by this name; the types do not know it at all. */
const FOLDER = { webkitdirectory: true };

/** A button that lets somebody choose files, or a whole folder. The same file may be chosen again after it was changed. */
export function FileButton(props: {
  label: string;
  testid: string;
  accept?: string;
  isPrimary?: boolean;
  isDisabled?: boolean;
  many?: 'files' | 'folder';
  onFiles: (files: File[]) => void;
}) {
  return (
    <label class="file">
      <span class={`button ${props.isPrimary ? 'primary' : ''}`}>{props.label}</span>
      <input
        type="file"
        class="sr-only"
        data-testid={props.testid}
        accept={props.accept}
        disabled={props.isDisabled}
        multiple={props.many !== undefined}
        {...(props.many === 'folder' ? FOLDER : {})}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </label>
  );
}
