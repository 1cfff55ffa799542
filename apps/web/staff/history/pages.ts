import type { StaffPage } from '@intikhab/kernel/console'
import { AboutScreen, HistoryScreen } from './history-screen.tsx'
import { words } from './words.ts'

const act = 'history.read'

/** The history of any record; what it is about is the rest of the address, slashes and all. */
export const historyPages: readonly StaffPage[] = [
  { path: '/history', act, title: words.history, Screen: HistoryScreen },
  { path: '/history/$', act, title: words.history, Screen: AboutScreen },
]
