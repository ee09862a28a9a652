import { defineBackground } from 'wxt/utils/define-background';
import { chromeShell, TICK } from '../adapters/background/chrome-shell.ts';
import { connect } from '../adapters/background/connect.ts';
import { builtInCourses } from '../adapters/background/courses.ts';
import { fromPanel } from '../adapters/background/from-panel.ts';
import { Session } from '../adapters/background/session.ts';
import { registerSites } from '../adapters/sites.ts';
import { CoachDb } from '../adapters/store/db.ts';

/** The only writer of the log and the only engine. Listeners are set at once: a sleeping worker is woken for them. */
export default defineBackground({
  type: 'module',
  main() {
    const tick = () => void session.tick().catch(() => undefined);
    const session = new Session(new CoachDb(), chromeShell(tick));
    const ready = session.recover();
    void ready.then(tick);

    chrome.runtime.onConnect.addListener((port) => connect(session, builtInCourses, ready, port));
    chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
      // Content scripts speak through their port; this door is for our own pages.
      if (sender.origin !== location.origin) return false;
      void ready.then(() => fromPanel(session, builtInCourses, message)).then(reply);
      return true;
    });
    chrome.alarms.onAlarm.addListener(({ name }) => {
      if (name === TICK) void ready.then(tick);
    });
    chrome.runtime.onInstalled.addListener(() => void registerSites());
    void chrome.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
  },
});
