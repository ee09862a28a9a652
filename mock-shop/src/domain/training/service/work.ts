import type { Visitor } from 'fixtures';
import { changed } from '../../change.ts';
import { simText } from '../../sim-time.ts';
import type { Work } from '../work.ts';
import { deskShop, isOver, textsOf, visitorsOf } from './desk.ts';

export const serviceWork: Work = {
  plan: (state, shift, n) => textsOf(state).planVisitors(state.seed, shift, deskShop(state))[n]?.at,
  begin: (_state, shift) => ({ shift, also: [] }),
  come: (state, after, at) => {
    const texts = textsOf(state);
    const shop = deskShop(state);
    const n = after.come - 1;
    const planned = texts.planVisitors(state.seed, after, shop)[n];
    if (!planned) throw new Error(`${after.shift_id} 没有第 ${after.come} 位咨询人`);
    const { script, num_iid, nick } = planned;
    const visitor_id = `${after.shift_id}-${after.come}`;
    const facts = texts.factsFor(state.seed, { ...planned, visitor_id, shift_id: after.shift_id }, shop, at);
    const arrived = simText(Math.max(at, state.lastAt));
    const text = texts.filled(texts.questionOf(state.seed, visitor_id, script, 0, false), facts);
    const visitor: Visitor = {
      visitor_id,
      shift_id: after.shift_id,
      script: script.id,
      faq: script.faq,
      nick,
      num_iid,
      facts,
      arrived,
      status: 'waiting',
      mood: script.mood,
      turn: 0,
      asked: arrived,
      nudged: false,
      messages: [{ from: 'visitor', text, at: arrived }],
    };
    return [
      changed(
        state,
        at,
        'buyer',
        'visitor.arrived',
        { kind: 'visitor', id: visitor_id, after: visitor },
        {
          also: [{ kind: 'shift', id: after.shift_id, after }],
          tell: { can_deal: texts.canDeal(script), type: script.type },
        },
      ),
    ];
  },
  end: (state, { shift_id }) =>
    visitorsOf(state, shift_id)
      .filter((one) => !isOver(one))
      .map((one) => ({ kind: 'visitor', id: one.visitor_id, after: { ...one, status: 'left' } })),
};
