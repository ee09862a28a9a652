/** What a bundle of the step benchmark puts on the page as `window.guide`. */
export interface Guide {
  /** Marks the flag button of the first of these rows, and after each click on the marked one that of the next row. */
  start(tids: string[]): void;
  /** Centre of what is marked now, in CSS px of the viewport; null when nothing is. */
  centre(): { x: number; y: number } | null;
}

declare global {
  interface Window {
    guide?: Guide;
  }
}
