/** The programme's screens on the staff console. Built by Vite; Node never imports this. */
import type { StaffPage } from '@intikhab/kernel/console'
import { words } from '../words.ts'
import { ChangeScreen } from './change-screen.tsx'
import { ElectionsScreen, ProgrammeScreen } from './programme-screen.tsx'
import { staffWords } from './words.ts'

export const programmeStaffPages: readonly StaffPage[] = [
  { path: '/programme', act: null, title: words.programme, Screen: ElectionsScreen },
  { path: '/programme/$election', act: null, title: words.programme, Screen: ProgrammeScreen },
  {
    path: '/programme/$election/change',
    act: 'programme.change',
    title: staffWords.proposeChange,
    Screen: ChangeScreen,
  },
]
