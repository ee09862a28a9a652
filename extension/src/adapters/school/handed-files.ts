import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { LARGEST_FILE } from '../../core/log/result.ts';

/** One file that was handed in: its text, or why it could not be read. */
export type HandedFile = { name: string } & ({ text: string } | { fault: { code: string; text: string } });

const TOO_LARGE = { code: 'file-too-large', text: '文件超过 20 MB，不是成绩文件' };
const UNREADABLE = { code: 'file-unreadable', text: '文件读不出来，请重新选择' };
const BAD_ZIP = { code: 'zip-broken', text: '压缩包读不出来，可能没有下载完；里面后面的文件没有收' };
const ZIP_IN_ZIP = { code: 'zip-nested', text: '压缩包里还有压缩包，请先解开' };
/** Bytes of a zip unpacked at a time: what they swell to, at most a thousandfold, fits into memory. */
const CHUNK = 16 * 1024;
/** Files that systems put into folders by themselves. */
const CLUTTER = /(?:^|\/)(?:\.[^/]*|__MACOSX\/.*|Thumbs\.db|desktop\.ini)$/i;

/** Reads what was handed in, one file after the other; a zip as the files within. Never throws. */
export async function* handedFiles(files: readonly File[]): AsyncGenerator<HandedFile> {
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    if (CLUTTER.test(name)) continue;
    try {
      if (/\.zip$/i.test(file.name)) yield* unzipped(file);
      else if (file.size > LARGEST_FILE) yield { name, fault: TOO_LARGE };
      else yield { name, text: await file.text() };
    } catch {
      yield { name, fault: UNREADABLE };
    }
  }
}

async function* unzipped(zip: File): AsyncGenerator<HandedFile> {
  const ready: HandedFile[] = [];
  let found = 0;
  const unzip = new Unzip((entry) => {
    const name = `${zip.name}/${nameOf(entry)}`;
    if (name.endsWith('/') || CLUTTER.test(name)) return;
    found += 1;
    if (/\.zip$/i.test(name)) ready.push({ name, fault: ZIP_IN_ZIP });
    else collect(entry, (result) => ready.push({ name, ...result }));
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < zip.size; at += CHUNK) {
      const bytes = new Uint8Array(await zip.slice(at, at + CHUNK).arrayBuffer());
      unzip.push(bytes, at + CHUNK >= zip.size);
      yield* ready.splice(0);
    }
    if (found === 0) yield { name: zip.name, fault: BAD_ZIP };
  } catch {
    yield* ready.splice(0);
    yield { name: zip.name, fault: BAD_ZIP };
  }
}

/** Unpacks one entry, and gives it up as soon as it is larger than any result file, whatever its header says. */
function collect(entry: UnzipFile, onDone: (result: { text: string } | { fault: HandedFault }) => void): void {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  entry.ondata = (error, data, isLast) => {
    if (size > LARGEST_FILE) return;
    size += data?.length ?? 0;
    if (error) onDone({ fault: UNREADABLE });
    else if (size > LARGEST_FILE) {
      entry.terminate();
      onDone({ fault: TOO_LARGE });
    } else {
      parts.push(new Uint8Array(data));
      if (isLast) onDone({ text: textOf(parts, size) });
    }
  };
  entry.start();
}

type HandedFault = typeof TOO_LARGE;

function textOf(parts: readonly Uint8Array[], size: number): string {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new TextDecoder().decode(whole);
}

/** Windows packs Chinese names in GBK without saying so; unpacked as Latin-1 they are turned back. */
function nameOf({ name }: UnzipFile): string {
  const codes = Array.from(name, (letter) => letter.codePointAt(0) ?? 0);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return name;
  }
}
