import { type Regrade, regrade } from '../core/log/regrade.ts';
import { verifySignature } from './signing.ts';

/** Bytes from which a file is not even read. */
const LARGEST = 20 * 1024 * 1024;
/** The page draws and answers clicks this often while files are graded, ms. */
const BREATH = 100;

/** What a file is worth, from its log alone. Whatever is wrong with it is a fault, never an error. */
export async function readResult(file: File): Promise<Regrade> {
  if (file.size > LARGEST) return refused('file-too-large', '文件超过 20 MB，不是成绩文件');
  try {
    return await regrade(await file.text(), verifySignature);
  } catch {
    // The file was moved or its disk taken out since it was chosen.
    return refused('file-unreadable', '文件读不出来，请重新选择');
  }
}

function refused(code: string, text: string): Regrade {
  return { verified: false, faults: [{ code, text }] };
}

/** Reads files one after the other, hands over what is done every so often, and lets the page breathe. */
export async function readResults(
  files: readonly File[],
  onDone: (results: readonly { index: number; result: Regrade }[]) => void,
): Promise<void> {
  let done: { index: number; result: Regrade }[] = [];
  let since = performance.now();
  for (const [index, file] of files.entries()) {
    done.push({ index, result: await readResult(file) });
    if (performance.now() - since < BREATH) continue;
    onDone(done);
    done = [];
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  onDone(done);
}
