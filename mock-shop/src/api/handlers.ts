import type { RequestHandler } from 'msw';
import { accountHandlers } from './account-handlers.ts';
import { buyerHandlers } from './buyer-handlers.ts';
import { chatHandlers } from './chat-handlers.ts';
import { deskHandlers } from './desk-handlers.ts';
import { faultHandlers } from './fault-handlers.ts';
import type { Faults } from './faults.ts';
import { quizHandlers } from './quiz-handlers.ts';
import { rateHandlers } from './rate-handlers.ts';
import { refundHandlers } from './refund-handlers.ts';
import { serviceHandlers } from './service-handlers.ts';
import { shipHandlers } from './ship-handlers.ts';
import type { Shop } from './shop.ts';
import { soldHandlers } from './sold-handlers.ts';
import { toolsHandlers } from './tools-handlers.ts';
import { gatewayHandlers } from './top/gateway-handlers.ts';
import { tradeHandlers } from './trade-handlers.ts';
import { trainingHandlers } from './training-handlers.ts';
import { worldHandlers } from './world-handlers.ts';

/** The whole backend: one list, used in the browser and by the gateway in Node. */
export function handlers(shop: Shop, faults: Faults): RequestHandler[] {
  return [
    ...gatewayHandlers(shop, faults),
    ...worldHandlers(shop, faults),
    ...soldHandlers(shop, faults),
    ...chatHandlers(shop, faults),
    ...buyerHandlers(shop, faults),
    ...refundHandlers(shop, faults),
    ...tradeHandlers(shop, faults),
    ...shipHandlers(shop, faults),
    ...rateHandlers(shop, faults),
    ...toolsHandlers(shop, faults),
    ...accountHandlers(shop, faults),
    ...quizHandlers(shop, faults),
    ...trainingHandlers(shop, faults),
    ...serviceHandlers(shop, faults),
    ...deskHandlers(shop, faults),
    ...faultHandlers(faults),
  ];
}
