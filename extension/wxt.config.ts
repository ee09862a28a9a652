import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** `dom-accessibility-api` brings its own Array.from and Set for browsers that no extension runs in. */
const NATIVE: Record<string, string> = { 'array.from': 'Array.from', SetLike: 'Set' };
const POLYFILL = /dom-accessibility-api\/dist\/polyfills\/([\w.]+)\.mjs$/;
const withoutPolyfills = {
  name: 'without-polyfills',
  load(id: string) {
    const native = NATIVE[POLYFILL.exec(id)?.[1] ?? ''];
    return native === undefined ? null : `export default ${native};`;
  },
};

export default defineConfig({
  srcDir: 'src',
  imports: false,
  vite: () => ({ plugins: [preact(), withoutPolyfills] }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    // storage and unlimitedStorage: outbox and log; alarms: the end of an exam; scripting: shops on other addresses.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting'],
    // The same pages that the content script is on: a demo's player is put beside it when there is one to play.
    host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'],
    // Asked for one address at a time, from a click, when a school serves the shop itself.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: '__MSG_open__' },
    // Ed25519 in WebCrypto.
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'seller-coach@zhanggui.peilian',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
});
