import type { TopError } from './refusal.ts';

/** Thrown inside a decision where a command cannot be; whoever decides turns it into a refusal. */
export class Refused extends Error {
  override name = 'Refused';
  readonly error: TopError;
  constructor(error: TopError) {
    super(error.sub_msg ?? error.msg);
    this.error = error;
  }
}
