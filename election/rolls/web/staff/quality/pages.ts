import type { StaffPage } from '@intikhab/kernel/console'
import { QualityScreen } from './quality-screen.tsx'
import { SuspicionScreen } from './suspicion-screen.tsx'
import { words } from './words.ts'

/** What a District Election Commissioner looks into. */
export const qualityPages: readonly StaffPage[] = [
  { path: '/quality', act: 'rolls.quality', title: words.quality, Screen: QualityScreen },
  { path: '/quality/$district/$suspicion', act: 'rolls.quality', title: words.quality, Screen: SuspicionScreen },
]
