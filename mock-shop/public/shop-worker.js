/**
 * The shop's service worker: msw's, kept to the backend's own addresses. Left to itself, msw asks an open page about
 * every request of the site, also about another tab's navigation; when that page is leaving in the same moment, nobody
 * answers and the other tab waits for ever.
 */
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (!/^\/(?:api|router)\//.test(pathname)) event.stopImmediatePropagation();
});
importScripts('/mockServiceWorker.js');
