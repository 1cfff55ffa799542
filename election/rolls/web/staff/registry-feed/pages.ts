import type { StaffPage } from '@intikhab/kernel/console'
import { BatchScreen } from './batch-screen.tsx'
import { FeedScreen } from './feed-screen.tsx'
import { words } from './words.ts'

/** The screens of the civil registry's feed. */
export const registryFeedPages: readonly StaffPage[] = [
  { path: '/registry-feed', act: 'rolls.read', title: words.feed, Screen: FeedScreen },
  { path: '/registry-feed/batches/$batch', act: 'rolls.read', title: words.batch, Screen: BatchScreen },
]
