import { defineContentScript } from '#imports';
import { openLink } from '../../adapters/page/link.ts';
import { runCoach } from './coach.ts';

export default defineContentScript({
  matches: ['http://127.0.0.1/*', 'http://localhost/*'],
  runAt: 'document_start',
  main() {
    if (document.documentElement instanceof HTMLElement) runCoach(openLink);
  },
});
