/** A whole number from 0 to `sides - 1` that looks like chance and is the same for the same words (FNV-1a, mixed). */
export function roll(words: string, sides: number): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 15)) >>> 0) % sides;
}
