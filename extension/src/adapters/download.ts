/** Saves text or bytes as a file, as if somebody had clicked a download link. */
export function download(name: string, content: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the data by the next turn of the loop.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
