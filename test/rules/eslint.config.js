import { fileURLToPath } from 'node:url'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const root = fileURLToPath(new URL('../..', import.meta.url))

const only = {
  shared: 'shared/ runs anywhere: no window, no Node, no React.',
  host: 'electron/host runs under plain Node, without Electron.',
  renderer: 'Ask the main process through renderer/host.',
  main: 'The main process draws nothing.',
  preload: 'The preload script carries command names only.',
  ui: 'renderer/ui knows nothing of reports.',
  editor: 'The editor does not know the panels around it.',
}

/** One line per row of the import matrix (see the top README). */
const forbid = (files, group, message, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
})

export default tseslint.config(
  { ignores: ['**/.tsbuild/**', '**/.build/**', '**/dist/**', '**/node_modules/**', '**/test-results/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['fixme', 'xxx'] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
      ],
    },
  },
  forbid(
    ['shared/**'],
    [
      'react',
      'react-dom',
      'electron',
      'prosemirror-view',
      'prosemirror-state',
      'y-prosemirror',
      'node:*',
      'ws',
      '**/electron/**',
      '**/renderer/**',
    ],
    only.shared,
  ),
  forbid(
    ['electron/host/**'],
    [
      'electron',
      'electron/*',
      '**/main/**',
      '**/preload/**',
      'react',
      'react-dom',
      'prosemirror-view',
      '**/renderer/**',
    ],
    only.host,
  ),
  forbid(
    ['electron/main/**'],
    ['react', 'react-dom', 'prosemirror-view', 'y-prosemirror', '**/renderer/**'],
    only.main,
  ),
  forbid(
    ['electron/preload/**'],
    ['zod', '**/contract', '**/host/**', '**/main/**', '**/renderer/**'],
    only.preload,
  ),
  forbid(['renderer/**'], ['electron', 'node:*', '**/electron/**'], only.renderer, [
    'renderer/ui/**',
    'renderer/editor/**',
  ]),
  forbid(
    ['renderer/ui/**'],
    [
      'electron',
      'node:*',
      '**/electron/**',
      '**/shared/**',
      '**/editor/**',
      '**/panels/**',
      '**/state/**',
      '**/host/**',
    ],
    only.ui,
  ),
  forbid(['renderer/editor/**'], ['electron', 'node:*', '**/electron/**', '**/panels/**'], only.editor),
  {
    files: ['test/**', '**/*.config.{js,ts}', 'electron/launch/**', 'electron/build/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': 'off',
      'max-lines-per-function': 'off',
      'no-console': 'off',
    },
  },
  { files: ['electron/host/cli/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
)
