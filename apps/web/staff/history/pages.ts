import type { StaffPage } from '@intikhab/kernel/console'
import { HistoryScreen } from './history-screen.tsx'
import { words } from './words.ts'

/** The history of any record; what it is about is the rest of the address, slashes and all. */
export const historyPages: readonly StaffPage[] = [
  { path: '/history/$', act: 'history.read', title: words.history, Screen: HistoryScreen },
]
