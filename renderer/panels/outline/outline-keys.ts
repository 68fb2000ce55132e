export type OutlineAction =
  | { readonly kind: 'row'; readonly by: number }
  | { readonly kind: 'first' | 'last' | 'open' | 'close' | 'go' | 'menu' }
  | { readonly kind: 'level' | 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'add'; readonly deeper: 0 | 1 }

interface Keys {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
}

/** What keys mean in the outline (WAI-ARIA tree view, and Word's Alt+Shift+arrows); Ctrl+Enter adds, as outliners do. */
export function outlineAction({ key, altKey, shiftKey, ctrlKey }: Keys): OutlineAction | null {
  if (altKey && shiftKey) return structureActions[key] ?? null
  if (key === 'F10' && shiftKey) return { kind: 'menu' }
  if (key === 'Enter' && ctrlKey && !altKey) return { kind: 'add', deeper: shiftKey ? 1 : 0 }
  return altKey || ctrlKey ? null : (plainActions[key] ?? null)
}

const structureActions: Readonly<Record<string, OutlineAction>> = {
  ArrowLeft: { kind: 'level', by: -1 },
  ArrowRight: { kind: 'level', by: 1 },
  ArrowUp: { kind: 'move', by: -1 },
  ArrowDown: { kind: 'move', by: 1 },
}

const plainActions: Readonly<Record<string, OutlineAction>> = {
  ArrowUp: { kind: 'row', by: -1 },
  ArrowDown: { kind: 'row', by: 1 },
  PageUp: { kind: 'row', by: -12 },
  PageDown: { kind: 'row', by: 12 },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  ArrowRight: { kind: 'open' },
  ArrowLeft: { kind: 'close' },
  Enter: { kind: 'go' },
  ' ': { kind: 'go' },
  ContextMenu: { kind: 'menu' },
}
