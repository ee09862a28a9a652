import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** Where the shop is served: the address in lessons, tests and the coach's manifest. */
const address = { host: '127.0.0.1', port: 5188, strictPort: true };

export default defineConfig({
  plugins: [preact()],
  resolve: {
    alias: {
      // No answer here sets a cookie: half of msw's weight for nothing (see no-cookies.ts).
      'tough-cookie': `${import.meta.dirname}/src/api/no-cookies.ts`,
    },
  },
  server: address,
  preview: address,
  build: { target: 'es2022' },
});
