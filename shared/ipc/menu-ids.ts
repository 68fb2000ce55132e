/**
 * The items of the native menu that the window carries out: each arrives as `menu.chosen {id}`. What the main process
 * can do alone (new, open, recent files, save a copy, show in folder, close) never reaches the window.
 */
export const menuIds = [
  'import',
  'save', // everything is saved already: the window says so
  'export',
  'export-docx',
  'export-pdf',
  'print-preview',
  'fields',
  'undo',
  'redo',
  'find',
  'replace',
  'insert-note',
  'insert-table',
  'insert-indicator-table',
  'insert-options',
  'insert-link',
  'bold',
  'italic',
  'underline',
  'superscript',
  'subscript',
  'clear-marks',
  'level-part',
  'level-letter',
  'level-roman',
  'level-number',
  'level-subnumber',
  'level-none', // a paragraph
  'list-number',
  'list-letter',
  'list-target',
  'list-bullet',
  'promote',
  'demote',
  'move-up',
  'move-down',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'toggle-outline',
  'toggle-notes',
  'toggle-review',
  'appearance-system',
  'appearance-light',
  'appearance-dark',
  'shortcuts',
] as const

export type MenuId = (typeof menuIds)[number]
