/** A student as the roster has one. An account is unique in its class. */
export interface Pupil {
  class: string;
  account: string;
  name: string;
  /** Group within the class; empty where there are none. */
  group: string;
  /** 0-based place in the roster. */
  order: number;
}
