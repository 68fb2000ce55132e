import { join } from 'node:path'
import { defineConfig } from 'vite'
import { chromium, root } from './targets'

// CommonJS and one file: a sandboxed preload script can load nothing else.
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: join(root, '.build/preload'),
    emptyOutDir: true,
    target: chromium,
    minify: false,
    lib: {
      entry: join(root, 'electron/preload/preload.ts'),
      formats: ['cjs'],
      fileName: () => 'preload.cjs',
    },
    rollupOptions: { external: ['electron'] },
  },
})
