import { pointsText } from '../format.ts';
import { text } from './text.ts';

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** The score as a ring and a number. */
export function ScoreRing({ score, max }: { score: number; max: number }) {
  const share = max > 0 ? Math.min(1, Math.max(0, score / max)) : 0;
  const label = `${text.score} ${pointsText(score)}，${text.outOf(pointsText(max))}`;
  return (
    <svg class="ring" viewBox="0 0 120 120" role="img" aria-label={label} data-testid="score">
      <circle class="ring-track" cx="60" cy="60" r={RADIUS} />
      {share > 0 && (
        <circle class="ring-value" cx="60" cy="60" r={RADIUS} stroke-dasharray={`${share * ROUND} ${ROUND}`} />
      )}
      <text class="ring-score" x="60" y="66">
        {pointsText(score)}
      </text>
      <text class="ring-max" x="60" y="84">
        {text.outOf(pointsText(max))}
      </text>
    </svg>
  );
}
