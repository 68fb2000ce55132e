/** Kept apart from the contract so that the preload script carries names only, not schemas. */
export const commandNames = [
  'app.info',
  'recent.list',
  'recent.forget',
  'report.new',
  'report.open',
  'report.import',
  'report.acceptImport',
  'report.discardImport',
  'report.saveCopy',
  'report.export',
  'report.preview',
  'report.showInFolder',
  'committee.share',
  'committee.stopSharing',
  'committee.state',
  'committee.command',
  'committee.invite',
  'committee.saveInvitation',
  'committee.join',
  'committee.leave',
  'committee.tryNow',
  'approval.approve',
  'approval.copy',
  'paper.print',
  'paper.savePdf',
  'table.save',
  'tray.discard',
  'tray.settle',
  'review.add',
  'seen.mark',
  'seen.pieces',
  'draft.keep',
  'task.cancel',
  'menu.popup',
  'settings.read',
  'settings.write',
] as const

export type CommandName = (typeof commandNames)[number]

/** What the main process tells a window without being asked. */
export const eventNames = [
  'report.opened',
  'store.changed',
  'committee.changed',
  'ledger.changed',
  'sharing.changed',
  'tray.changed',
  'review.changed',
  'seen.changed',
  'drafts.changed',
  'task.progressed',
  'menu.chosen',
  'file.dropped',
] as const

export type EventName = (typeof eventNames)[number]
