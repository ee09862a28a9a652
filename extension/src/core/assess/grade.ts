import type { AttemptEvent, Mode, Student } from 'fixtures';
import { digest } from '../log/chain.ts';
import type { Verdict } from '../ports.ts';
import { fold } from './attempt.ts';
import { helpFlags } from './attention.ts';
import { type Deduction, type OutcomeScore, type Score, type StepScore, scoreOf } from './score.ts';
import type { Attempt, Trail } from './state.ts';

/** One line of the report's timeline. */
export interface TimelineLine {
  event: string;
  seq: number;
  kind: string;
  /** Active ms since the start. */
  at: number;
  /** Ms since the epoch, as the student's clock said. */
  wall: number;
  text: string;
  verdict?: Verdict;
}

/** An attempt as a report, a regrade and a gradebook need it. Made from the log alone. */
export interface Grade {
  student: Student;
  pack: string;
  lesson: string;
  title: string;
  mode: Mode;
  scenario: string;
  seed: number;
  rubric: string;
  score: number;
  max: number;
  steps: StepScore[];
  /** What the world's records had to show. */
  outcomes: OutcomeScore[];
  deductions: Deduction[];
  /** Probability that each component is known, before and after. */
  prior: Record<string, number>;
  mastery: Record<string, number>;
  timeline: TimelineLine[];
  /** `clock-jump`, `paused`, `overlay-removed` … for the teacher to look at; they cost nothing. */
  flags: string[];
  ended: 'completed' | 'submitted' | 'timeout' | 'abandoned' | null;
  /** Active ms in all. */
  ms: number;
}

/**
 * First 12 hex digits of the SHA-256 of what a grade says: equal wherever the log is graded. The timeline counts by
 * its verdicts; its wording repeats the log, which has hashes of its own.
 */
export function checksumOf({ timeline, ...rest }: Grade): string {
  return digest({ ...rest, verdicts: timeline.map(({ verdict }) => verdict?.kind ?? null) }).slice(0, 12);
}

/** Grades a log. @throws Error where it is no log of an attempt. */
export function grade(events: readonly AttemptEvent[]): Grade {
  return gradeAttempt(fold(events));
}

/** Grades an attempt already folded. */
export function gradeAttempt(attempt: Attempt): Grade {
  const { material } = attempt;
  return {
    student: attempt.student,
    pack: material.pack.id,
    lesson: material.lesson.id,
    title: attempt.lesson.title,
    mode: attempt.mode,
    scenario: material.scenario,
    seed: material.seed,
    rubric: material.rubric.id,
    ...(attempt.mode === 'demo' ? unscored(scoreOf(attempt)) : scoreOf(attempt)),
    prior: { ...attempt.prior },
    mastery: { ...attempt.mastery },
    timeline: timeline(attempt),
    flags: [...attempt.flags, ...helpFlags(attempt)],
    ended: attempt.ended?.reason ?? null,
    ms: Math.round(attempt.clock.elapsed),
  };
}

/** A demo is watched, not done: whatever its log holds, there is nothing to count in it. */
function unscored(score: Score): Score {
  const steps = score.steps.map((step) => ({ ...step, points: 0, max: 0 }));
  const outcomes = score.outcomes.map((outcome) => ({ ...outcome, points: 0, max: 0 }));
  return { score: 0, max: 0, steps, outcomes, deductions: [] };
}

function timeline(attempt: Attempt): TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (let line: Trail | null = attempt.trail; line; line = line.before) {
    const { event, seq, kind, at, wall, text } = line;
    const verdict = attempt.revised[event] ?? line.verdict;
    lines.push({ event, seq, kind, at, wall, text, ...(verdict ? { verdict } : {}) });
  }
  return lines.reverse();
}
