import { loadTraining, type Question } from 'fixtures';
import { useState } from 'preact/hooks';
import { importBank } from '../../client/quiz-client.ts';
import { FaultList } from '../../components/files/fault-list.tsx';
import { FilePick } from '../../components/files/file-pick.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { KIND_LABEL } from './kind-label.ts';

const SHOWN_QUESTIONS = 5;

interface Read {
  gift: string;
  questions: Question[];
  faults: { line: number; why: string }[];
}

/** 导入题库: a GIFT file, what is in it or what is wrong with it, its name, and only then the bank. */
export function BankDialog({ onClosed }: { onClosed: () => void }) {
  const [name, setName] = useState('');
  const [read, setRead] = useState<Read | null>(null);
  const take = async (gift: string, file: string): Promise<void> => {
    const { QUIZ } = await loadTraining();
    setRead({ gift, ...QUIZ.parseGift(gift) });
    setName((before) => before || file.replace(/\.gift$/i, '').slice(0, 40));
  };
  const missing = !read
    ? '请先选择文件'
    : read.faults.length > 0
      ? '请先改正文件里的问题'
      : name.trim() === ''
        ? '请给题库起个名字'
        : undefined;
  return (
    <FormDialog
      name="bank-dialog"
      heading="导入题库"
      label="导入"
      missing={missing}
      wide
      onClosed={onClosed}
      onYes={async () => {
        await importBank(name, read?.gift ?? '');
        showToast({ text: `已导入「${name.trim()}」，共 ${read?.questions.length ?? 0} 题` });
      }}
    >
      <p>
        选一个 Moodle GIFT 文件：单选、多选（带权重）、判断、匹配、填空、论述都认得，题与题之间空一行。数值题不支持。
      </p>
      <FilePick
        id="bank-file"
        label="选择 GIFT 文件…"
        accept=".txt,.gift,text/plain"
        onText={take}
        onNone={() => setRead(null)}
      />
      <p class="file-pick">
        <label for="bank-name">题库名字</label>
        <input
          class="field"
          id="bank-name"
          data-testid="bank-name"
          maxLength={40}
          autoComplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </p>
      {read && read.faults.length > 0 && <FaultList id="bank-faults" none="一道题也没有导入" faults={read.faults} />}
      {read && read.faults.length === 0 && <Preview questions={read.questions} />}
    </FormDialog>
  );
}

function Preview({ questions }: { questions: readonly Question[] }) {
  const counts = new Map<string, number>();
  for (const { kind } of questions) counts.set(KIND_LABEL[kind], (counts.get(KIND_LABEL[kind]) ?? 0) + 1);
  return (
    <div data-testid="bank-preview">
      <p>
        读到 <b class="num">{questions.length}</b> 题：{[...counts].map(([kind, n]) => `${kind} ${n}`).join('，')}。
      </p>
      <ol class="bank-preview">
        {questions.slice(0, SHOWN_QUESTIONS).map(({ id, kind, stem }) => (
          <li key={id}>
            [{KIND_LABEL[kind]}] {stem.slice(0, 80)}
          </li>
        ))}
      </ol>
      {questions.length > SHOWN_QUESTIONS && <p class="faint">……还有 {questions.length - SHOWN_QUESTIONS} 题</p>}
    </div>
  );
}
