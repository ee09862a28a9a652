import { PICTURE_BYTES } from '../../domain/refund/check.ts';

/** What may be chosen: kinds of files, and the largest, in bytes. */
export const KINDS: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const LARGEST = 20_000_000;
/** Longest side (px) and quality of what is kept, tried in this order until it is small enough. */
const TRIES: readonly (readonly [side: number, quality: number])[] = [
  [1280, 0.85],
  [1024, 0.75],
  [800, 0.65],
  [560, 0.5],
];

/** Why the file cannot be a proof, in Chinese; undefined when it can. */
export function fileFault({ name, type, size }: { name: string; type: string; size: number }): string | undefined {
  if (!KINDS.includes(type)) return `「${name}」不是图片：只能上传 JPG、PNG、GIF 或 WebP 图片`;
  if (size > LARGEST) return `「${name}」太大：一张图片最大 ${LARGEST / 1_000_000} MB，请压缩后再上传`;
  return size === 0 ? `「${name}」是空文件` : undefined;
}

/** Width and height (px) within a square, in proportion; never larger than they were. */
export function fitted(width: number, height: number, side: number): [width: number, height: number] {
  const scale = Math.min(1, side / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/**
 * The picture as a JPEG `data:` URL of at most `PICTURE_BYTES` bytes.
 * @throws Error with a Chinese message when the file is no picture after all, or cannot be made small enough
 */
export async function shrunk(file: File): Promise<string> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Error(`「${file.name}」打不开：它不是完好的图片`);
  });
  try {
    for (const [side, quality] of TRIES) {
      const [width, height] = fitted(picture.width, picture.height, side);
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const pen = canvas.getContext('2d');
      if (!pen) break;
      // A JPEG has no transparency: white, as paper.
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, width, height);
      pen.drawImage(picture, 0, 0, width, height);
      const url = canvas.toDataURL('image/jpeg', quality);
      // Four letters carry three bytes.
      if (url.length * 0.75 <= PICTURE_BYTES) return url;
    }
  } finally {
    picture.close();
  }
  throw new Error(`「${file.name}」压缩后仍然太大，请换一张`);
}
