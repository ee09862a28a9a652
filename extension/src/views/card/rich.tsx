/** Text in which `**…**` marks what is to stand out. */
export function Rich({ text }: { text: string }) {
  return <>{text.split('**').map((part, at) => (at % 2 === 1 ? <strong key={`${at}`}>{part}</strong> : part))}</>;
}
