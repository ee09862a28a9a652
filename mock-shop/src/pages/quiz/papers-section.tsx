import { useState } from 'preact/hooks';
import type { BankSummary, PaperSummary } from '../../client/quiz-client.ts';
import { dateTime } from '../../components/labels.ts';
import { Empty } from '../../components/notice.tsx';

/** The newest, until somebody wants all. */
const FEW = 10;

interface PapersProps {
  papers: readonly PaperSummary[];
  banks: readonly BankSummary[];
  /** Papers are of several people. */
  whose: boolean;
}

/** Papers done and being done. */
export function PapersSection({ papers, banks, whose }: PapersProps) {
  const [all, setAll] = useState(false);
  return (
    <section aria-labelledby="papers-heading">
      <h2 class="part-heading" id="papers-heading">
        {whose ? '学生的试卷' : '我的试卷'} <span class="faint num">{papers.length} 份</span>
      </h2>
      {papers.length === 0 ? (
        <Empty text="还没有试卷。">{whose ? '学生登录后就可以开始做题。' : '选好题库和题量，点「开始做题」。'}</Empty>
      ) : (
        <div class="table-scroll">
          <table class="plain-table" data-testid="papers">
            <thead>
              <tr>
                <th scope="col">试卷</th>
                {whose && <th scope="col">学生</th>}
                <th scope="col">方式</th>
                <th scope="col">题目来自</th>
                <th scope="col">开始（店铺时间）</th>
                <th scope="col">进度</th>
                <th scope="col">得分</th>
                <th scope="col">等老师批改</th>
                <th scope="col">操作</th>
              </tr>
            </thead>
            <tbody>
              {(all ? papers : papers.slice(0, FEW)).map((paper) => (
                <tr key={paper.quiz_id} data-quiz-id={paper.quiz_id}>
                  <td class="num">第 {paper.quiz_id.split('-')[1]} 份</td>
                  {whose && (
                    <td>
                      {paper.name || '（不在名单里）'}（{paper.account}）
                    </td>
                  )}
                  <td>{paper.mode === 'exam' ? '考核' : '练习'}</td>
                  <td>{sourceOf(paper.from, banks)}</td>
                  <td class="num">{dateTime(paper.start)}</td>
                  <td class="num">
                    {paper.answered} / {paper.total}
                  </td>
                  <td class="num">{paper.percent === undefined ? '没有交' : `${paper.percent} 分`}</td>
                  <td class="num">{paper.open > 0 ? `${paper.open} 题` : '—'}</td>
                  <td>
                    <a href={`/quiz/${paper.quiz_id}`} data-testid="paper-open">
                      {paper.end || whose ? '查看' : '接着做'}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {papers.length > FEW && !all && (
        <button type="button" class="button" data-testid="papers-all" onClick={() => setAll(true)}>
          显示全部 {papers.length} 份
        </button>
      )}
    </section>
  );
}

function sourceOf(from: string, banks: readonly BankSummary[]): string {
  return from === 'wrong' ? '做错的题' : (banks.find(({ bank }) => bank === from)?.name ?? '已移除的题库');
}
