import { join } from 'node:path'
import { defineConfig } from 'vite'
import { chromium, onwarn, root } from './targets'

// Nothing inline (no data: fonts, no preload polyfill script): the window's content security policy refuses both.
export default defineConfig({
  root: join(root, 'renderer'),
  base: './',
  publicDir: false,
  esbuild: { jsx: 'automatic' },
  build: {
    outDir: join(root, '.build/renderer'),
    emptyOutDir: true,
    target: chromium,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 3000,
    rollupOptions: { onwarn, input: join(root, 'renderer/index.html') },
  },
})
