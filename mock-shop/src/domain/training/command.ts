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
  | { type: 'desk.collect'; order_id: string };

/** Whether a command needs the training platform's texts and plans. */
export function isTraining(type: string): boolean {
  return /^(?:account|roster|rules|shift|visitor|desk)\./.test(type);
}
