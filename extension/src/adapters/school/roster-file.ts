import Papa from 'papaparse';
import { checkRoster, type Roster, type RosterLine } from '../../core/school/roster.ts';

/** A roster of fifty thousand is about 3 MB. */
const LARGEST = 10 * 1024 * 1024;

/** Reads a roster file: CSV in UTF-8 (with or without BOM), GB18030, or UTF-16 with BOM as Excel saves "Unicode". Never throws. */
export async function readRoster(file: File): Promise<Roster> {
  if (file.size > LARGEST) return refused('文件超过 10 MB，不是名册');
  try {
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    if (text === null) return refused('看不懂文件的编码。请另存为“CSV UTF-8”再试');
    if (text.startsWith('PK\u0003\u0004') || text.includes('\u0000'))
      return refused('这不是 CSV 文件。请在表格软件里另存为“CSV UTF-8”');
    return parse(text);
  } catch {
    return refused('文件读不出来，请重新选择');
  }
}

function refused(text: string): Roster {
  return { pupils: [], faults: [{ line: 1, text }] };
}

function decode(bytes: Uint8Array): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one.
    }
  }
  return null;
}

function parse(text: string): Roster {
  const rows: RosterLine[] = [];
  const broken: Roster['faults'] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    step: ({ data, errors, meta }) => {
      rows.push({ line, cells: data });
      if (errors.some(({ type }) => type === 'Quotes')) broken.push({ line, text: '引号没有成对' });
      // A quoted cell may go over several lines.
      line += text.slice(from, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      from = meta.cursor;
    },
  });
  const roster = checkRoster(rows);
  return broken.length > 0 ? { pupils: [], faults: broken } : roster;
}
