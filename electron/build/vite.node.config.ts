import { join } from 'node:path'
import { defineConfig } from 'vite'
import { external, node, onwarn, root, unbundled } from './targets'

const entries = {
  main: join(root, 'electron/main/main.ts'),
  cli: join(root, 'electron/host/cli/cli.ts'),
  'import-worker': join(root, 'electron/host/import/import-worker.ts'),
  'pdf-worker': join(root, 'electron/host/export/pdf-worker.ts'),
  'version-worker': join(root, 'electron/host/versions/version-worker.ts'),
}

// One build for everything that runs on Node, so that the window's host and the command line share their chunks.
// Entries and chunks lie two folders below the top, as electron/host/ does: `../../resources` is right from both.
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: join(root, '.build/node'),
    emptyOutDir: true,
    target: node,
    ssr: true,
    minify: false,
    sourcemap: true,
    commonjsOptions: { ignore: unbundled },
    rollupOptions: {
      onwarn,
      input: entries,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external, target: 'node' },
})
