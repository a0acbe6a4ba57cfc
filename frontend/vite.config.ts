import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { longPatience } from './src/testing/patience'

export default defineConfig({
  // Django serves the built files under this path.
  base: '/static/app/',
  resolve: { tsconfigPaths: true },
  plugins: [react(), tailwindcss()],
  build: { manifest: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  // The tests read the schema, which stands one folder up.
  server: { fs: { allow: ['..'] } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: longPatience,
    setupFiles: ['src/testing/setup.ts'],
  },
})
