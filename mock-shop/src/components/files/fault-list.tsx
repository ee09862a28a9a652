interface FaultListProps {
  /** Test id. */
  id: string;
  /** What has not been done because of them. */
  none: string;
  /** Lines of the file, from 1; 0: the file as a whole. */
  faults: readonly { line: number; why: string }[];
}

/** As many as somebody corrects before trying again; the others are counted. */
const MOST = 20;

/** Everything that is wrong with a file that somebody has chosen. */
export function FaultList({ id, none, faults }: FaultListProps) {
  return (
    <div class="file-faults" role="alert" data-testid={id}>
      <p>
        这个文件不能用，有 {faults.length} 处问题，{none}：
      </p>
      <ul>
        {faults.slice(0, MOST).map(({ line, why }) => (
          <li key={`${line}${why}`}>
            {line > 0 && <b class="num">第 {line} 行：</b>}
            {why}
          </li>
        ))}
      </ul>
      {faults.length > MOST && <p>还有 {faults.length - MOST} 处没有列出。</p>}
    </div>
  );
}
