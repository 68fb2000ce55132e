import {
  Asterisk,
  BookOpen,
  ChevronsLeft,
  ChevronsRight,
  ListOrdered,
  List as ListIcon,
  MessageSquarePlus,
  Redo2,
  Search,
  Sheet,
  SplitSquareHorizontal,
  Superscript,
  Table,
  TextCursorInput,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { MenuId } from '../../../shared/ipc/menu-ids'
import { levels, type Level } from '../../../shared/report/levels'
import type { List } from '../../../shared/report/lists'
import { Select } from '../../ui/Select'
import { ToolButton } from '../../ui/ToolButton'
import { moveInToolBar } from '../../ui/roving'
import { vi } from '../../wording/vi'

/** What the tool bar shows about the place of the caret. */
export interface CaretState {
  /** The block's level; 'paragraph'; null where levels do not apply (a table, a note). */
  readonly level: Level | 'paragraph' | null
  readonly list: List
  readonly marks: readonly string[]
  readonly canUndo: boolean
  readonly canRedo: boolean
}

interface ToolBarProps {
  readonly caret: CaretState
  readonly readOnly: boolean
  readonly run: (id: MenuId) => void
  /** Tools of the review. */
  readonly review?: ReactNode
}

interface Tool {
  readonly id: MenuId
  readonly label: string
  readonly keys?: string
  readonly icon: LucideIcon
  readonly words?: string
}

const structure: readonly Tool[] = [
  { id: 'promote', label: vi.tools.promote, keys: 'Alt+Shift+←', icon: ChevronsLeft },
  { id: 'demote', label: vi.tools.demote, keys: 'Alt+Shift+→', icon: ChevronsRight },
]
const inserts: readonly Tool[] = [
  { id: 'insert-note', label: vi.tools.noteLong, keys: 'Ctrl+Alt+F', icon: Asterisk, words: vi.tools.note },
  { id: 'insert-indicator-table', label: vi.tools.indicatorsLong, icon: Sheet, words: vi.tools.indicators },
  { id: 'insert-options', label: vi.tools.options, icon: SplitSquareHorizontal },
  { id: 'insert-table', label: vi.tools.table, icon: Table },
]

export function ToolBar({ caret, readOnly, run, review }: ToolBarProps) {
  const tools = (list: readonly Tool[]) =>
    list.map(({ id, words, ...tool }) => (
      <ToolButton key={id} {...tool} disabled={readOnly} onClick={() => run(id)}>
        {words && <span className="tool-words">{words}</span>}
      </ToolButton>
    ))
  return (
    <div
      className="tool-bar"
      role="toolbar"
      aria-label={vi.regions.tools}
      data-region="tools"
      onKeyDown={moveInToolBar}
    >
      <LevelSelect level={caret.level} disabled={readOnly || caret.level === null} run={run} />
      <i className="separator" />
      <MarkButtons marks={caret.marks} disabled={readOnly} run={run} />
      <i className="separator" />
      <ListButtons list={caret.list} disabled={readOnly} run={run} />
      {tools(structure)}
      <i className="separator" />
      {tools(inserts)}
      {/* Also for those who only read. */}
      <ToolButton
        label={vi.annotations.add}
        keys={vi.annotations.addKeys}
        icon={MessageSquarePlus}
        onClick={() => run('annotate')}
      />
      {review}
      <span className="grow" />
      <ToolButton
        label={vi.tools.undo}
        keys="Ctrl+Z"
        icon={Undo2}
        disabled={readOnly || !caret.canUndo}
        onClick={() => run('undo')}
      />
      <ToolButton
        label={vi.tools.redo}
        keys="Ctrl+Y"
        icon={Redo2}
        disabled={readOnly || !caret.canRedo}
        onClick={() => run('redo')}
      />
      <i className="separator" />
      <ToolButton label={vi.top.fields} icon={TextCursorInput} onClick={() => run('fields')} />
      <ToolButton label={vi.tools.find} keys="Ctrl+F" icon={Search} onClick={() => run('find')} />
      <ToolButton
        label={vi.tools.previewLong}
        keys="Ctrl+P"
        icon={BookOpen}
        onClick={() => run('print-preview')}
      >
        <span className="tool-words">{vi.tools.preview}</span>
      </ToolButton>
    </div>
  )
}

interface PartProps {
  readonly disabled: boolean
  readonly run: (id: MenuId) => void
}

const levelChoices = [
  { value: 'paragraph', label: vi.tools.paragraph },
  ...levels.map(level => ({ value: level, label: vi.tools.levels[level] })),
]

function LevelSelect({ level, disabled, run }: PartProps & { level: CaretState['level'] }) {
  const choices = level === null ? [{ value: '', label: vi.tools.elsewhere }, ...levelChoices] : levelChoices
  return (
    <Select
      aria-label={vi.tools.level}
      title={`${vi.tools.level} (Ctrl+Alt+0…5)`}
      disabled={disabled}
      value={level ?? ''}
      choices={choices}
      onChoose={value => run(value === 'paragraph' ? 'level-none' : `level-${value as Level}`)}
    />
  )
}

function MarkButtons({ marks, disabled, run }: PartProps & { marks: readonly string[] }) {
  const has = (mark: string) => marks.includes(mark)
  return (
    <>
      <ToolButton
        label={vi.tools.strong}
        keys="Ctrl+B"
        pressed={has('strong')}
        disabled={disabled}
        onClick={() => run('bold')}
      >
        <span className="letter">B</span>
      </ToolButton>
      <ToolButton
        label={vi.tools.em}
        keys="Ctrl+I"
        pressed={has('em')}
        disabled={disabled}
        onClick={() => run('italic')}
      >
        <span className="letter italic">I</span>
      </ToolButton>
      <ToolButton
        label={vi.tools.underline}
        keys="Ctrl+U"
        pressed={has('underline')}
        disabled={disabled}
        onClick={() => run('underline')}
      >
        <span className="letter underline">U</span>
      </ToolButton>
      <ToolButton
        label={vi.tools.superscript}
        icon={Superscript}
        pressed={has('superscript')}
        disabled={disabled}
        onClick={() => run('superscript')}
      />
    </>
  )
}

function ListButtons({ list, disabled, run }: PartProps & { list: List }) {
  return (
    <>
      <ToolButton
        label={vi.tools.numberList}
        icon={ListOrdered}
        pressed={list === 'number'}
        disabled={disabled}
        onClick={() => run('list-number')}
      />
      <ToolButton
        label={vi.tools.bulletList}
        icon={ListIcon}
        pressed={list === 'bullet'}
        disabled={disabled}
        onClick={() => run('list-bullet')}
      />
      <ToolButton
        label={vi.tools.targetList}
        pressed={list === 'target'}
        disabled={disabled}
        onClick={() => run('list-target')}
      >
        <span className="letter plain">(1)</span>
      </ToolButton>
    </>
  )
}
