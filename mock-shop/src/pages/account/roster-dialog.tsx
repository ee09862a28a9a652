import { loadTraining } from 'fixtures';
import { useState } from 'preact/hooks';
import { replaceRoster } from '../../client/account-client.ts';
import { FaultList } from '../../components/files/fault-list.tsx';
import { FilePick } from '../../components/files/file-pick.tsx';
import { saveFile } from '../../components/files/save-file.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import type { Student } from '../../domain/training/roster.ts';
import { parseRoster, type RosterFile, rosterCsv } from './roster-file.ts';

/** How many students are shown; the others are counted. */
const SHOWN_STUDENTS = 8;

const SAMPLE: readonly Student[] = [
  { account: 'xs01', name: '王小明', class: '电商 2401', group: '第 1 组' },
  { account: 'xs02', name: '李小红', class: '电商 2401', group: '第 1 组' },
];

/** 导入名单: a file, what is in it or what is wrong with it, and only then the change. `before`: the list that it replaces. */
export function RosterDialog({ before, onClosed }: { before: readonly Student[]; onClosed: () => void }) {
  const [file, setFile] = useState<RosterFile | null>(null);
  const read = async (text: string): Promise<void> => {
    const { ROSTER } = await loadTraining();
    setFile(
      parseRoster(
        text,
        ROSTER.filter(({ role }) => role !== 'student'),
      ),
    );
  };
  const students = file && file.faults.length === 0 ? file.students : [];
  const change = async (): Promise<void> => {
    await replaceRoster(students);
    showToast({
      text: `名单已换成 ${students.length} 人`,
      undo: async () => {
        await replaceRoster(before);
      },
    });
  };
  return (
    <FormDialog
      name="roster-dialog"
      heading="导入名单"
      label={students.length > 0 ? `换成这 ${students.length} 人` : '更换名单'}
      missing={!file ? '请先选择文件' : students.length === 0 ? '请先改正文件里的问题' : undefined}
      wide
      onClosed={onClosed}
      onYes={change}
    >
      <p>
        选一个 CSV 文件，第一行是表头：<code>账号,姓名,班级,小组</code>（或 <code>account,name,class,group</code>
        ，次序随意，班级和小组可以没有）。用 Excel 另存的 CSV 就行，UTF-8 和 GB18030 编码都认得。{' '}
        <button
          type="button"
          class="link"
          data-testid="roster-sample"
          onClick={() => saveFile([rosterCsv(SAMPLE)], '名单样例.csv', 'text/csv')}
        >
          下载样例
        </button>
      </p>
      <FilePick
        id="roster-file"
        label="选择名单文件…"
        accept=".csv,.txt,text/csv,text/plain"
        onText={read}
        onNone={() => setFile(null)}
      />
      {file && file.ignored.length > 0 && (
        <p class="faint">不读的列：{file.ignored.slice(0, 5).join('、')}。密码不用写，练习密码是统一的。</p>
      )}
      {file && file.faults.length > 0 && <FaultList id="roster-faults" none="一个人也没有导入" faults={file.faults} />}
      {students.length > 0 && <Preview students={students} before={before.length} />}
    </FormDialog>
  );
}

function Preview({ students, before }: { students: readonly Student[]; before: number }) {
  const classes = new Set(students.map((one) => one.class).filter(Boolean)).size;
  const groups = new Set(students.map((one) => `${one.class}/${one.group}`).filter((one) => !one.endsWith('/'))).size;
  return (
    <div data-testid="roster-preview">
      <p>
        读到 <b class="num">{students.length}</b> 人，{classes} 个班，{groups} 个小组，没有问题。现在的 {before}{' '}
        人会被换掉，他们做过的记录留着；教师、评委、管理员的账号不变。
      </p>
      <table class="plain-table">
        <caption class="hidden-name">名单预览</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">账号</th>
            <th scope="col">姓名</th>
            <th scope="col">班级</th>
            <th scope="col">小组</th>
          </tr>
        </thead>
        <tbody>
          {students.slice(0, SHOWN_STUDENTS).map((one, i) => (
            <tr key={one.account}>
              <td class="num">{i + 1}</td>
              <td>{one.account}</td>
              <td>{one.name}</td>
              <td>{one.class || '—'}</td>
              <td>{one.group || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {students.length > SHOWN_STUDENTS && <p class="faint">……还有 {students.length - SHOWN_STUDENTS} 人</p>}
    </div>
  );
}
