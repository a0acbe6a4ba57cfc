import { defineConfig } from '@playwright/test'
import { longPatience, patience } from './src/testing/patience'

const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: '../tests/browser',
  globalSetup: '../tests/browser/needs-a-demo.ts',
  outputDir: 'test-results',
  // All tests act as the same few invented people; two at once would get into each other's way.
  workers: 1,
  timeout: longPatience,
  expect: { timeout: patience },
  reporter: 'list',
  use: {
    ...(process.env.COUNTERPART_URL && { baseURL: process.env.COUNTERPART_URL }),
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
