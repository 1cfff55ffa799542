import { useSpeech } from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { useWaitingCount } from './approvals-data.ts'
import { words } from './words.ts'
import './approvals.css'

/** Beside the word in the menu: how many proposals wait for this person. */
export function WaitingCount(): ReactNode {
  const { language, t } = useSpeech()
  const waiting = useWaitingCount() ?? 0
  if (waiting === 0) return null
  return (
    <span className="waiting-count" title={t(words.countWaiting, { count: waiting })}>
      {formatNumber(language, waiting)}
    </span>
  )
}
