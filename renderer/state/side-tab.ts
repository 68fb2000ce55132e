import { create } from 'zustand'
import { showSide } from './sides'

/** The tabs of the right panel, from left to right. */
export const sideTabs = ['annotations', 'proposals', 'changes', 'problems', 'tray'] as const
export type SideTab = (typeof sideTabs)[number]

interface SideTabState {
  readonly tab: SideTab
  /** The person has said which; nothing else changes it from then on. */
  readonly isChosen: boolean
}

/** Which tab the right panel shows in this window. */
export const useSideTab = create<SideTabState>(() => ({ tab: 'problems', isChosen: false }))

export const chooseTab = (tab: SideTab): void => useSideTab.setState({ tab, isChosen: true })

/** Also where the panel is folded. */
export function openTab(tab: SideTab): void {
  chooseTab(tab)
  showSide('review', true)
}

/** Begins with this tab, unless the person has chosen one. */
export function beginWithTab(tab: SideTab): void {
  if (!useSideTab.getState().isChosen) useSideTab.setState({ tab })
}
