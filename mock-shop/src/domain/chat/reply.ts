import type { Intent, LetterChannel, Reply } from 'fixtures';

/** Simulated ms until a buyer looks at it. A 旺旺 message is seen at once. */
const UNSEEN: Record<LetterChannel, number> = { letter: 30 * 60_000, mail: 120 * 60_000 };

/**
 * What the buyer answers.
 * @param heard what the seller came to since the buyer last spoke
 * @param said what the seller has come to in the whole conversation, `heard` included
 */
export function chooseReply(
  replies: readonly Reply[],
  heard: readonly Intent[],
  said: readonly Intent[],
): Reply | undefined {
  const ready = replies.filter(({ needs }) => !needs || needs.some((one) => said.includes(one)));
  return ready.find(({ to }) => to.some((one) => heard.includes(one))) ?? ready.find(({ to }) => to.length === 0);
}

/**
 * Simulated ms a buyer takes to read and type: 60 s and 2 s for each character, at most 3 minutes, after the message was
 * seen. At the usual pace (a day in 24 minutes) that is one to three real seconds on 旺旺.
 */
export function replyDelay(text: string, channel?: LetterChannel): number {
  return (channel ? UNSEEN[channel] : 0) + Math.min(60 + 2 * text.length, 180) * 1000;
}
