import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { RecentReport } from '../../../shared/ipc/contract'
import type { MenuId } from '../../../shared/ipc/menu-ids'
import { itemWords, menuWords as words } from './menu-words'

type Item = MenuItemConstructorOptions

/** What the menu makes happen. */
export interface MenuActions {
  /** Tells the window in front. */
  readonly choose: (id: MenuId) => void
  readonly newReport: () => void
  readonly open: () => void
  readonly openRecent: (path: string) => void
  readonly saveCopy: () => void
  readonly move: () => void
  readonly showInFolder: () => void
  readonly about: () => void
}

/** Puts the menu in place; again whenever the list of recent reports has changed. */
export function setMenu(actions: MenuActions, recent: readonly RecentReport[]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, recent)))
}

const separator: Item = { type: 'separator' }

/** The whole menu as data. Keys also work in the editor, which takes them first; here they serve every other place. */
export function menuTemplate(actions: MenuActions, recent: readonly RecentReport[]): Item[] {
  const item = (id: MenuId, accelerator?: string): Item => ({
    id,
    label: itemWords[id],
    click: () => actions.choose(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  return [
    { label: words.file, submenu: fileMenu(actions, recent, item) },
    { label: words.edit, submenu: editMenu(item) },
    { label: words.insert, submenu: insertMenu(item) },
    { label: words.format, submenu: formatMenu(item) },
    { label: words.view, submenu: viewMenu(item) },
    {
      label: words.approvals,
      submenu: [
        item('board', 'CmdOrCtrl+Alt+B'),
        item('approval-queue', 'CmdOrCtrl+Alt+D'),
        item('section-approval', 'CmdOrCtrl+Alt+T'),
      ],
    },
    {
      label: words.versions,
      submenu: [
        item('versions', 'CmdOrCtrl+Alt+V'),
        item('compare', 'CmdOrCtrl+Alt+S'),
        item('sentence-history'),
        item('freeze'),
      ],
    },
    { label: words.help, submenu: [item('shortcuts', 'F1'), { label: words.about, click: actions.about }] },
  ]
}

type MakeItem = (id: MenuId, accelerator?: string) => Item

function fileMenu(actions: MenuActions, recent: readonly RecentReport[], item: MakeItem): Item[] {
  return [
    { label: words.new, accelerator: 'CmdOrCtrl+N', click: actions.newReport },
    { label: words.open, accelerator: 'CmdOrCtrl+O', click: actions.open },
    { label: words.recent, submenu: recentMenu(actions, recent) },
    item('import', 'CmdOrCtrl+Shift+O'),
    item('receive-word'),
    separator,
    item('save', 'CmdOrCtrl+S'),
    { label: words.saveCopy, accelerator: 'CmdOrCtrl+Shift+S', click: actions.saveCopy },
    { label: words.move, click: actions.move },
    item('export', 'CmdOrCtrl+E'),
    item('export-docx'),
    item('export-pdf'),
    item('print-preview', 'CmdOrCtrl+P'),
    separator,
    item('share'),
    item('join'),
    separator,
    item('fields'),
    { label: words.showInFolder, click: actions.showInFolder },
    separator,
    { label: words.close, role: 'close' },
    { label: words.quit, role: 'quit' },
  ]
}

function recentMenu({ openRecent }: MenuActions, recent: readonly RecentReport[]): Item[] {
  const present = recent.filter(report => !report.missing).slice(0, 10)
  if (present.length === 0) return [{ label: words.noRecent, enabled: false }]
  return present.map(({ path, title }) => ({
    // A lone "&" would underline the letter after it.
    label: (title || path).replaceAll('&', '&&'),
    sublabel: path,
    click: () => openRecent(path),
  }))
}

const editMenu = (item: MakeItem): Item[] => [
  item('undo', 'CmdOrCtrl+Z'),
  item('redo', 'CmdOrCtrl+Y'),
  separator,
  { label: words.cut, role: 'cut' },
  { label: words.copy, role: 'copy' },
  { label: words.paste, role: 'paste' },
  { label: words.pastePlain, role: 'pasteAndMatchStyle', accelerator: 'CmdOrCtrl+Shift+V' },
  { label: words.selectAll, role: 'selectAll' },
  separator,
  item('find', 'CmdOrCtrl+F'),
  item('replace', 'CmdOrCtrl+H'),
]

const insertMenu = (item: MakeItem): Item[] => [
  item('insert-note', 'CmdOrCtrl+Alt+F'),
  item('insert-link', 'CmdOrCtrl+K'),
  item('annotate', 'CmdOrCtrl+Alt+M'),
  separator,
  item('insert-table'),
  item('insert-indicator-table'),
  item('insert-options'),
]

const formatMenu = (item: MakeItem): Item[] => [
  item('bold', 'CmdOrCtrl+B'),
  item('italic', 'CmdOrCtrl+I'),
  item('underline', 'CmdOrCtrl+U'),
  item('superscript', 'CmdOrCtrl+Shift+='),
  item('subscript', 'CmdOrCtrl+='),
  item('clear-marks', 'CmdOrCtrl+Space'),
  separator,
  {
    label: words.level,
    submenu: [
      item('level-part', 'CmdOrCtrl+Alt+1'),
      item('level-letter', 'CmdOrCtrl+Alt+2'),
      item('level-roman', 'CmdOrCtrl+Alt+3'),
      item('level-number', 'CmdOrCtrl+Alt+4'),
      item('level-subnumber', 'CmdOrCtrl+Alt+5'),
      item('level-none', 'CmdOrCtrl+Alt+0'),
    ],
  },
  {
    label: words.list,
    submenu: [
      item('list-number'),
      item('list-letter'),
      item('list-target'),
      item('list-bullet'),
      separator,
      item('list-restart'),
    ],
  },
  {
    label: words.align,
    submenu: [
      item('align-justify', 'CmdOrCtrl+J'),
      item('align-left', 'CmdOrCtrl+L'),
      item('align-center'),
      item('align-right', 'CmdOrCtrl+R'),
    ],
  },
  separator,
  item('promote', 'Alt+Shift+Left'),
  item('demote', 'Alt+Shift+Right'),
  item('move-up', 'Alt+Shift+Up'),
  item('move-down', 'Alt+Shift+Down'),
]

const viewMenu = (item: MakeItem): Item[] => [
  item('toggle-outline'),
  item('toggle-notes'),
  item('toggle-review'),
  separator,
  item('annotation-next', 'F8'),
  item('annotation-previous', 'Shift+F8'),
  separator,
  // Not Ctrl+Plus: on most keyboards that is Ctrl+Shift+=, a superscript here as in Word.
  item('zoom-in', 'CmdOrCtrl+Alt+='),
  item('zoom-out', 'CmdOrCtrl+Alt+-'),
  item('zoom-reset', 'CmdOrCtrl+0'),
  separator,
  {
    label: words.appearance,
    submenu: [item('appearance-system'), item('appearance-light'), item('appearance-dark')],
  },
  { label: words.fullScreen, role: 'togglefullscreen' },
]
