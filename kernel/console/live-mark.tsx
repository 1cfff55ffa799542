import { Tag } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { useSpeech } from './language.tsx'
import type { LiveState } from './live.ts'
import { words } from './words.ts'

/** Whether the figures beside it are live. */
export function LiveMark({ state }: { state: LiveState }): ReactNode {
  const { t } = useSpeech()
  const tones = { live: 'good', connecting: 'plain', lost: 'bad' } as const
  const texts = { live: words.live, connecting: words.connecting, lost: words.lost }
  return (
    <output>
      <Tag tone={tones[state]}>{t(texts[state])}</Tag>
    </output>
  )
}
