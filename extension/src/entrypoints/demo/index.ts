import { defineUnlistedScript } from '#imports';
import { perform } from './perform.tsx';

/** The player of demos: put on a page only when there is a demo to play, beside the content script. */
export default defineUnlistedScript(() => window.sellerCoachDemo?.(perform));
