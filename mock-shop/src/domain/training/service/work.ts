import type { Work } from '../work.ts';

export const serviceWork: Work = {
  plan: () => undefined,
  begin: (_state, shift) => ({ shift, also: [] }),
  come: () => [],
  end: () => [],
};
