import { render } from 'preact';
import { bootShop } from './api/boot.ts';
import { App } from './app.tsx';
import { watchLeaving } from './components/leave-guard.ts';

const root = document.getElementById('app');
if (root) {
  watchLeaving();
  // The backend first: no screen may ask before somebody can answer. Not awaited, or the page would count as loading.
  void bootShop().then((boot) => {
    root.replaceChildren();
    render(<App boot={boot} />, root);
  });
}
