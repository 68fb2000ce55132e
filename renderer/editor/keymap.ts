import {
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
} from 'prosemirror-commands'
import type { Command } from 'prosemirror-state'
import { levels } from '../../shared/report/levels'
import { toggle } from './commands/marks'
import { mergeBackward, mergeForward, plainFirst } from './commands/merge-blocks'
import { moveSectionDown, moveSectionUp } from './commands/move-section'
import { demote, promote } from './commands/promote-section'
import { setLevel } from './commands/set-level'
import { insertBreak, splitBlock } from './commands/split-block'
import { nextCellOrRow, previousCell } from './commands/tables'
import type { UndoHistory } from './undo/undo-history'

export type Keys = Record<string, Command>

/** Keys that mean the same in the text, in notes and in wordings. */
export const writingKeys = (history: UndoHistory): Keys => ({
  'Mod-b': toggle('strong'),
  'Mod-i': toggle('em'),
  'Mod-u': toggle('underline'),
  'Mod-=': toggle('subscript'),
  // With Shift the key "=" is "+" on most keyboards; both spellings occur.
  'Mod-Shift-=': toggle('superscript'),
  'Mod-+': toggle('superscript'),
  'Mod-z': always(() => void history.undo()),
  'Mod-y': always(() => void history.redo()),
  'Mod-Shift-z': always(() => void history.redo()),
  'Mod-a': selectAll,
  'Shift-Enter': insertBreak,
})

/** Keys of the report's text. */
export function textKeys(insertNote: Command, editLink: () => void): Keys {
  const backspace = chainCommands(
    deleteSelection,
    plainFirst,
    mergeBackward,
    joinBackward,
    selectNodeBackward,
  )
  const forward = chainCommands(deleteSelection, mergeForward, joinForward, selectNodeForward)
  return {
    Enter: splitBlock,
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: forward,
    'Mod-Delete': forward,
    Tab: nextCellOrRow,
    'Shift-Tab': previousCell,
    ...Object.fromEntries(levels.map((level, index) => [`Mod-Alt-${index + 1}`, setLevel(level)])),
    'Mod-Alt-0': setLevel(null),
    'Alt-Shift-ArrowLeft': promote,
    'Alt-Shift-ArrowRight': demote,
    'Alt-Shift-ArrowUp': moveSectionUp,
    'Alt-Shift-ArrowDown': moveSectionDown,
    'Mod-Alt-f': insertNote,
    'Mod-k': always(editLink),
  }
}

// The key is ours even when there is nothing to do: the browser must not undo by itself.
function always(run: () => void): Command {
  return (_state, dispatch) => {
    if (dispatch) run()
    return true
  }
}
