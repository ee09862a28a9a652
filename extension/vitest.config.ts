import { defineConfig } from 'vitest/config';

// e2e/ belongs to Playwright, whose files are called *.spec.ts.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { name: 'extension', include: ['{src,scripts,bench}/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
});
