import { useState } from 'preact/hooks';
import { Dialog } from '../dialog.tsx';
import { Picture } from '../picture.tsx';
import './pictures.css';

interface PictureLinksProps {
  /** `data:` URLs, or names of pictures that the shop draws. */
  pictures: readonly string[];
  /** Without it they can only be looked at. */
  onRemove?: (at: number) => void;
}

/** Small pictures that open large; nothing when there are none. */
export function PictureLinks({ pictures, onRemove }: PictureLinksProps) {
  const [large, setLarge] = useState<string | null>(null);
  if (pictures.length === 0) return null;
  return (
    <ul class="thumbs">
      {pictures.map((picture, at) => (
        <li key={`${at} ${picture.slice(-40)}`}>
          <button type="button" class="thumb" aria-label={`查看凭证 ${at + 1}`} onClick={() => setLarge(picture)}>
            <Shown picture={picture} size={64} />
          </button>
          {onRemove && (
            <button type="button" class="link" aria-label={`删除凭证 ${at + 1}`} onClick={() => onRemove(at)}>
              删除
            </button>
          )}
        </li>
      ))}
      {large !== null && (
        <Dialog heading="凭证图片" headingId="picture-heading" onClosed={() => setLarge(null)}>
          <div class="dialog-body thumb-large">
            <Shown picture={large} size={400} />
          </div>
        </Dialog>
      )}
    </ul>
  );
}

function Shown({ picture, size }: { picture: string; size: number }) {
  if (!picture.startsWith('data:')) return <Picture path={picture} size={size} />;
  return <img src={picture} alt="凭证" style={{ maxWidth: `min(${size}px, 100%)`, maxHeight: `${size}px` }} />;
}
