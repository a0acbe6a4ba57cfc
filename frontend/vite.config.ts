import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Django serves the built files under this path; in the page shell every address is absolute.
export default defineConfig({
  base: '/static/app/',
  resolve: { tsconfigPaths: true },
  plugins: [react(), tailwindcss()],
  build: { manifest: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
})
