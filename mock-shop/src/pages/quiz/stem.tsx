/** A question's own text; lines with `|` between cells are a table, the first of them its head. */
export function Stem({ text, id }: { text: string; id: string }) {
  const lines = text.split('\n');
  const words = lines.filter((line) => !line.includes('|'));
  const [head, ...rows] = lines.filter((line) => line.includes('|')).map((line) => line.split('|'));
  return (
    <div class="quiz-stem" id={id}>
      {words.map((line, at) => (
        <p key={`${at}${line}`}>{line}</p>
      ))}
      {head && (
        <table class="plain-table">
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, at) => (
                  <td key={`${at}${cell}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
