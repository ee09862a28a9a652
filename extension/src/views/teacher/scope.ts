import { type GradebookRow, gradebook, type LessonColumn, lessonsOf } from '../../core/school/gradebook.ts';
import { finalScore, PRACTICE } from '../../core/school/result-row.ts';
import type { TeacherModel } from './model.ts';
import { text } from './text.ts';

/** Title of the exam at hand. */
export function examTitle(model: TeacherModel): string {
  const nonce = model.place.value.ticket;
  if (nonce === PRACTICE) return text.exam.practice;
  return model.tickets.value?.find(({ ticket }) => ticket.nonce === nonce)?.ticket.title ?? '';
}

/** The gradebook of the class and exam at hand; undefined while it is being read. */
export function bookOf(model: TeacherModel): { rows: GradebookRow[]; lessons: LessonColumn[] } | undefined {
  const pupils = model.pupils.value;
  const results = model.results.value;
  if (!pupils || !results) return undefined;
  const exam = model.tickets.value?.find(({ ticket }) => ticket.nonce === model.place.value.ticket);
  const lessons = exam ? exam.ticket.lessons : lessonsOf(results);
  return { rows: gradebook(pupils, lessons, results, finalScore), lessons };
}
