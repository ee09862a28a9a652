/** Text in which `**…**` marks the name of a control. */
export function Marked({ text }: { text: string }) {
  // Odd parts stand between the marks.
  return <>{text.split('**').map((part, i) => (i % 2 === 1 ? <strong>{part}</strong> : part))}</>;
}
