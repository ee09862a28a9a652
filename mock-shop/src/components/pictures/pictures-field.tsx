import { useState } from 'preact/hooks';
import { MOST_PICTURES } from '../../domain/refund/check.ts';
import { PictureLinks } from './picture-links.tsx';
import { fileFault, KINDS, shrunk } from './shrink-picture.ts';

interface PicturesFieldProps {
  label: string;
  /** `data:` URLs. */
  pictures: readonly string[];
  onChange: (pictures: readonly string[]) => void;
  testid: string;
  /** How many at the most. */
  most?: number;
}

/** Up to three pictures, or as many as may be: chosen, checked, made small, looked at and taken away again. */
export function PicturesField({ label, pictures, onChange, testid, most = MOST_PICTURES }: PicturesFieldProps) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async (files: readonly File[]): Promise<void> => {
    setFault('');
    if (pictures.length + files.length > most) {
      setFault(`最多 ${most} 张图片，已有 ${pictures.length} 张，这次选了 ${files.length} 张`);
      return;
    }
    const bad = files.map(fileFault).find((why) => why !== undefined);
    if (bad) {
      setFault(bad);
      return;
    }
    setBusy(true);
    try {
      onChange([...pictures, ...(await Promise.all(files.map(shrunk)))]);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <fieldset class="pictures">
      <legend class="hidden-name">{label}</legend>
      <PictureLinks
        pictures={pictures}
        onRemove={(at) => {
          setFault('');
          onChange(pictures.filter((_one, place) => place !== at));
        }}
      />
      {pictures.length < most && (
        <label class="button">
          {busy ? '正在处理…' : '上传图片'}
          <input
            type="file"
            class="hidden-name"
            data-testid={testid}
            accept={KINDS.join(',')}
            multiple={most > 1}
            disabled={busy}
            onChange={(event) => {
              const field = event.currentTarget;
              const files = [...(field.files ?? [])];
              // So that the same file can be chosen again.
              field.value = '';
              void add(files);
            }}
          />
        </label>
      )}
      <span class="faint">最多 {most} 张，JPG、PNG、GIF 或 WebP，过大的会自动缩小</span>
      <p class="field-fault" role="alert">
        {fault}
      </p>
    </fieldset>
  );
}
