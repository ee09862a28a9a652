/** Larger files are no lists and no question banks. */
const LARGEST = 2_000_000;

/** Why a file cannot be read, in Chinese. */
export class FileFault extends Error {
  override name = 'FileFault';
}

/**
 * The text of a file as Chinese offices save it: UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030.
 * @throws {FileFault} when it is none of these, or too large
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > LARGEST) throw new FileFault('文件太大，最多 2 MB');
  if (bytes.includes(0) && !isUtf16(bytes)) throw new FileFault('这不是文本文件');
  for (const encoding of isUtf16(bytes) ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one, then.
    }
  }
  throw new FileFault('文件的编码看不懂，请另存为 UTF-8 再试');
}

/** What is in the file that somebody has chosen. @throws {FileFault} */
export async function readText(file: File): Promise<string> {
  if (file.size > LARGEST) throw new FileFault('文件太大，最多 2 MB');
  return textOf(new Uint8Array(await file.arrayBuffer()));
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
