import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.ts';

const browser = findBrowser();

// Real Chromium, no retries: a test that passes the second time has not passed.
export default defineConfig({
  testDir: 'e2e',
  // Side by side, for either waits most of the time: a browser with the coach in it, and the pages alone.
  projects: [
    { name: 'coach', testMatch: '*.spec.ts', testIgnore: ['shop/**', 'page/**'], workers: 1 },
    { name: 'pages', testMatch: ['shop/**/*.spec.ts', 'page/**/*.spec.ts'], workers: 1 },
  ],
  outputDir: '../.cache/e2e',
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: {
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    // Recording costs a fifth of the time, and nobody looks into a CI machine afterwards.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser.path } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
