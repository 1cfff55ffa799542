import { useSpeech } from '@intikhab/kernel/console'
import { formatPercent } from '@intikhab/kernel/language'
import { Tag } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { SuspicionList } from '../../../server/quality/quality-routes.ts'
import { words } from './words.ts'

type Suspicion = Pick<SuspicionList['suspicions'][number], 'kind' | 'score'>

/** How likely two cards are one person's; of other kinds the score is an order and no chance. Never certain. */
export function ChanceTag({ suspicion: { kind, score } }: { suspicion: Suspicion }): ReactNode {
  const { language, t } = useSpeech()
  if (kind !== 'two-cards') return null
  const percent = Math.min(99, Math.round(100 * score))
  return (
    <Tag tone={percent >= 90 ? 'bad' : 'warn'}>
      {t(words.chance, { chance: formatPercent(language, percent, 100, 0) })}
    </Tag>
  )
}
