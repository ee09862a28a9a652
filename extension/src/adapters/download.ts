/** Saves text as a file, as if the student had clicked a download link. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the data by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
