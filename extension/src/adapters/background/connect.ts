import { COACH_PORT } from '../messages.ts';
import type { Courses } from './courses.ts';
import { fromContent } from './from-content.ts';
import { currentView } from './from-panel.ts';
import type { Session } from './session.ts';
import type { ContentLink, PanelLink } from './shell.ts';

/** A port, as much of it as is used. */
export type Port = Pick<chrome.runtime.Port, 'name' | 'sender' | 'postMessage' | 'onMessage' | 'onDisconnect'>;

/**
 * Takes a new port in: `coach` from a content script, `panel` from a page of ours. Messages wait for
 * `ready`: what was left in the outbox happened before them.
 */
export function connect(session: Session, courses: Courses, ready: Promise<unknown>, port: Port): void {
  const post = (message: unknown) => {
    try {
      port.postMessage(message);
    } catch {
      // The page is gone; its disconnect follows.
    }
  };
  if (port.name === 'panel') connectPanel(session, ready, { post }, port);
  const tab = port.sender?.tab?.id;
  const origin = port.sender?.origin ?? URL.parse(port.sender?.url ?? '')?.origin;
  if (port.name !== COACH_PORT || tab === undefined || !origin) return;

  const link: ContentLink = { tab, origin, post };
  session.links.add(link);
  session.showShops();
  port.onMessage.addListener((message: unknown) => {
    void ready.then(() => fromContent(session, courses, link, message));
  });
  port.onDisconnect.addListener(() => {
    session.links.delete(link);
    session.showShops();
  });
}

function connectPanel(session: Session, ready: Promise<unknown>, panel: PanelLink, port: Port): void {
  session.panels.add(panel);
  port.onDisconnect.addListener(() => session.panels.delete(panel));
  session.showShops();
  void ready
    .then(() => currentView(session))
    .then((view) => panel.post({ type: 'view', view }))
    .catch(() => {
      // The database cannot be read: the page says so itself, it reads it too.
    });
}
