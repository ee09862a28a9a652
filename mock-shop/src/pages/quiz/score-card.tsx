import type { ShownPaper } from '../../client/quiz-client.ts';

/** How the paper went: the whole, and by knowledge component with the weakest first. */
export function ScoreCard({ score, empty }: { score: NonNullable<ShownPaper['score']>; empty: number }) {
  return (
    <section class="quiz-box" aria-label="结果" data-testid="quiz-score">
      <p class="quiz-score">
        <strong class="num">{score.percent}</strong> 分
      </p>
      <p>
        自动判分 <b class="num">{score.marked}</b> 题，全对 <b class="num">{score.right}</b> 题
        {empty > 0 && `，没有答 ${empty} 题`}
        {score.open > 0 && `；另有 ${score.open} 题等老师批改`}。
      </p>
      {score.components.length > 0 && (
        <table class="plain-table" data-testid="quiz-components">
          <caption>按知识点（薄弱的在前）</caption>
          <thead>
            <tr>
              <th scope="col">知识点</th>
              <th scope="col">题数</th>
              <th scope="col">全对</th>
              <th scope="col">得分</th>
            </tr>
          </thead>
          <tbody>
            {score.components.map(({ id, name, marked, right, percent }) => (
              <tr key={id}>
                <td>
                  {name} <span class="faint num">{id}</span>
                </td>
                <td class="num">{marked}</td>
                <td class="num">{right}</td>
                <td>
                  <meter
                    min={0}
                    max={100}
                    low={60}
                    high={85}
                    optimum={100}
                    value={percent}
                    aria-label={`${name}的得分`}
                  >
                    {percent}
                  </meter>{' '}
                  <span class="num">{percent}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="faint">点右边的题号看每一题的答案和解析；回到「巩固与提高」可以把错题重做一遍。</p>
    </section>
  );
}
