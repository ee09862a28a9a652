import { useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { type BankSummary, getGift, removeBank } from '../../client/quiz-client.ts';
import { saveFile } from '../../components/files/save-file.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { BankDialog } from './bank-dialog.tsx';

/** The teacher's side: which banks there are, more of them from a GIFT file, and any of them as one. */
export function BanksSection({ banks }: { banks: readonly BankSummary[] }) {
  const [importing, setImporting] = useState(false);
  const [removing, setRemoving] = useState<BankSummary | null>(null);
  const exportGift = async (bank: BankSummary): Promise<void> => {
    try {
      const { name, gift } = await getGift(bank.bank);
      saveFile([gift], `${name}.gift.txt`, 'text/plain');
    } catch (error) {
      showToast({ text: `没有导出：${reasonOf(error)}`, bad: true });
    }
  };
  return (
    <section aria-labelledby="banks-heading">
      <h2 class="part-heading" id="banks-heading">
        题库 <span class="faint">Moodle GIFT 格式</span>
        <span class="part-deeds">
          <button type="button" class="button" data-testid="bank-import" onClick={() => setImporting(true)}>
            导入题库
          </button>
        </span>
      </h2>
      <div class="table-scroll">
        <table class="plain-table" data-testid="banks">
          <thead>
            <tr>
              <th scope="col">题库</th>
              <th scope="col">来源</th>
              <th scope="col">自动判分</th>
              <th scope="col">老师批改与操作</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {banks.map((bank) => (
              <tr key={bank.bank} data-bank={bank.bank}>
                <td>{bank.name}</td>
                <td>{bank.by === undefined ? '课程自带' : `${bank.by} 导入`}</td>
                <td class="num">{bank.marked} 题</td>
                <td class="num">{bank.others} 题</td>
                <td class="bank-deeds">
                  <button
                    type="button"
                    class="link"
                    data-testid="bank-export"
                    aria-label={`导出 GIFT：${bank.name}`}
                    onClick={() => void exportGift(bank)}
                  >
                    导出 GIFT
                  </button>
                  {bank.by !== undefined && (
                    <button
                      type="button"
                      class="link"
                      data-testid="bank-remove"
                      aria-label={`移除：${bank.name}`}
                      onClick={() => setRemoving(bank)}
                    >
                      移除
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="faint">课程题库的参考答案由课程组推断。要改题目或答案：导出 GIFT，改好以后作为新的题库导入。</p>
      {importing && <BankDialog onClosed={() => setImporting(false)} />}
      {removing && (
        <FormDialog
          name="bank-remove-dialog"
          heading="移除题库"
          label="移除"
          onClosed={() => setRemoving(null)}
          onYes={async () => {
            await removeBank(removing.bank);
            showToast({ text: `已移除「${removing.name}」` });
          }}
        >
          <p>
            「{removing.name}」移除以后找不回来，只能重新导入；用它做过的试卷还在，但看不到题目。需要的话先导出 GIFT。
          </p>
        </FormDialog>
      )}
    </section>
  );
}
