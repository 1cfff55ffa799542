import type { StaffPage } from '@intikhab/kernel/console'
import { ClaimScreen } from './claim-screen.tsx'
import { ClaimsScreen } from './desk-screen.tsx'
import { DoorListScreen } from './door-list-screen.tsx'
import { DoorScreen } from './door-screen.tsx'
import { LodgeScreen } from './lodge-screen.tsx'
import { doorWords, words } from './words.ts'

/** The registration desk on the console: claims, the counter, verification at the door. */
export const claimStaffPages: readonly StaffPage[] = [
  { path: '/claims', act: 'rolls.read', title: words.claims, Screen: ClaimsScreen },
  { path: '/claims/$district/lodge', act: 'rolls.lodge', title: words.lodge, Screen: LodgeScreen },
  { path: '/claims/$district/$docket', act: 'rolls.read', title: words.claims, Screen: ClaimScreen },
  { path: '/door', act: 'rolls.verify', title: doorWords.doors, Screen: DoorScreen },
  { path: '/door/$district/$list', act: 'rolls.verify', title: doorWords.doors, Screen: DoorListScreen },
]
