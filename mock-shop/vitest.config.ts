import { defineConfig } from 'vitest/config';

// Apart from vite.config.ts on purpose: unit tests need none of the bundle's plugins and aliases.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { name: 'mock-shop', include: ['{src,scripts,bench}/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
});
