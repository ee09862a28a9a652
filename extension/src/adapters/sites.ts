/** Shops elsewhere than on this machine: the student allows the coach on one address at a time. */

/** The built content script and what it runs on without asking. */
const SCRIPT = 'content-scripts/coach.js';
const BUILT_IN = ['http://127.0.0.1/*', 'http://localhost/*'];

/** Pattern of all pages of an http(s) address; null when it is none. Patterns name no port: the permission is for the host. */
export function sitePattern(address: string): string | null {
  const url = URL.parse(address.includes('://') ? address : `http://${address}`);
  return url?.hostname && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : null;
}

function isBuiltIn(pattern: string): boolean {
  return BUILT_IN.includes(pattern);
}

/** Asks for the permission (from a click) and puts the content script on the address. */
export async function allowSite(address: string): Promise<'done' | 'declined' | 'builtIn' | 'bad'> {
  const pattern = sitePattern(address);
  if (pattern === null) return 'bad';
  if (isBuiltIn(pattern)) return 'builtIn';
  if (!(await chrome.permissions.request({ origins: [pattern] }))) return 'declined';
  await registerSites();
  return 'done';
}

/** Registers the content script on every address that was allowed; after an update the browser has forgotten them. */
export async function registerSites(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const matches = origins.filter((origin) => !isBuiltIn(origin));
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: ['sites'] });
  if (known.length > 0) await chrome.scripting.unregisterContentScripts({ ids: ['sites'] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([{ id: 'sites', matches, js: [SCRIPT], runAt: 'document_start' }]);
}
