/** What is done on the training platform. Values come from outside: `decideTraining` checks them all. */
export type TrainingCommand =
  | { type: 'account.sign-in'; account: string; password: string }
  | { type: 'account.sign-out' }
  /** The students of a class take the places of those before; the platform's own accounts stay. */
  | { type: 'roster.replace'; accounts: unknown }
  | { type: 'rules.change'; rules: unknown }
  /** `day`: real seconds per simulated day now. */
  | { type: 'shift.start'; kind: string; day: number }
  | { type: 'shift.end'; shift_id: string }
  | { type: 'visitor.open'; visitor_id: string }
  /** `choice`: which of the answers as they are shown, from 0; or an answer in own words. `turn`: the one it answers. */
  | { type: 'visitor.answer'; visitor_id: string; turn: number; choice?: number; text?: string }
  | { type: 'desk.send'; order_id: string; company_code: string }
  | { type: 'desk.void'; order_id: string }
  | { type: 'desk.collect'; order_id: string }
  /** `from`: `course`, `wrong` or a bank; `count` of the questions that the platform marks; `open`: the others too. */
  | { type: 'quiz.start'; mode: string; from: string; section?: string; count?: number; open: boolean }
  /** `no` from 1; `choices` are places on the paper, from 0. */
  | { type: 'quiz.answer'; quiz_id: string; no: number; choices?: unknown; text?: unknown }
  | { type: 'quiz.check'; quiz_id: string; no: number; checked: unknown }
  | { type: 'quiz.hand-in'; quiz_id: string }
  | { type: 'quiz.bank.import'; name: unknown; gift: unknown }
  | { type: 'quiz.bank.remove'; bank_id: string };

/** Whether a command needs the training platform's texts and plans. */
export function isTraining(type: string): boolean {
  return /^(?:account|roster|rules|shift|visitor|desk|quiz)\./.test(type);
}
