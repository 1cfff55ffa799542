/** The results screens on the staff console. Built by Vite; Node never imports this. */
import type { StaffPage } from '@intikhab/kernel/console'
import { words } from '../words.ts'
import { DeskScreen, ElectionsScreen } from './desk-screen.tsx'
import { DecisionScreen } from './decision-screen.tsx'
import { SeatScreen } from './seat-screen.tsx'
import { StationScreen } from './station-screen.tsx'
import { staffWords } from './words.ts'

const act = 'results.read-desk'

export const resultsStaffPages: readonly StaffPage[] = [
  { path: '/results', act, title: staffWords.desk, Screen: ElectionsScreen },
  { path: '/results/$election', act, title: staffWords.desk, Screen: DeskScreen },
  { path: '/results/$election/seats/$contest', act, title: words.seat, Screen: SeatScreen },
  {
    path: '/results/$election/seats/$contest/set-aside/$bundle',
    act,
    title: staffWords.decideTitle,
    Screen: DecisionScreen,
  },
  { path: '/results/$election/seats/$contest/stations/$station', act, title: words.station, Screen: StationScreen },
]
