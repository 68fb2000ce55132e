import { annotationWords } from './annotations'
import { approvalWords } from './approvals'
import { committeeWords } from './committee'
import { compareWords } from './compare'
import { dialogWords } from './dialogs'
import { editingWords } from './editing'
import { gridWords } from './grid'
import { historyWords } from './history'
import { connectionWords, peopleWords } from './people'
import { proposalWords } from './proposals'
import { returnedWords } from './returned'
import { reviewWords } from './review'
import { rightsWords } from './rights'
import { sideWords } from './side'
import { sinceWords } from './since'
import { trayWords } from './tray'
import { versionWords } from './versions'
import { windowWords } from './window'

/** Every word that the window shows. What the main process refuses comes with words of its own. */
export const vi = {
  ...windowWords,
  ...editingWords,
  ...dialogWords,
  grid: gridWords,
  review: reviewWords,
  proposals: proposalWords,
  annotations: annotationWords,
  approvals: approvalWords,
  people: peopleWords,
  connection: connectionWords,
  compare: compareWords,
  committee: committeeWords,
  returned: returnedWords,
  rights: rightsWords,
  side: sideWords,
  since: sinceWords,
  history: historyWords,
  tray: trayWords,
  versions: versionWords,
} as const
