import { useSpeech } from '@intikhab/kernel/console'
import { StackedBar, type Part, type Tone } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ListedBatch } from '../../../server/registry-feed/feed-state.ts'
import { words } from './words.ts'

type Ending = keyof ListedBatch['counts'] | 'skipped'

const endings: readonly { readonly ending: Ending; readonly tone: Tone; readonly word: keyof typeof words }[] = [
  { ending: 'enrolled', tone: 'green', word: 'enrolled' },
  { ending: 'changed', tone: 'p2', word: 'changed' },
  { ending: 'deleted', tone: 'p6', word: 'deleted' },
  { ending: 'to-verify', tone: 'p5', word: 'to-verify' },
  { ending: 'refused', tone: 'p4', word: 'refused' },
  { ending: 'held', tone: 'independent', word: 'heldBack' },
  { ending: 'skipped', tone: 'other', word: 'skipped' },
]

/** How many records of a batch ended how, as parts of one bar; only those that there are. */
export function useParts({ counts, skipped }: Pick<ListedBatch, 'counts' | 'skipped'>): readonly Part[] {
  const { t } = useSpeech()
  return endings
    .map(({ ending, tone, word }) => ({
      key: ending,
      label: t(words[word]),
      n: ending === 'skipped' ? skipped : counts[ending],
      tone,
    }))
    .filter(({ n }) => n > 0)
}

/** The closing report of a batch as a bar. */
export function OutcomesBar({ batch }: { batch: ListedBatch }): ReactNode {
  const { t } = useSpeech()
  const parts = useParts(batch)
  return parts.length === 0 ? null : <StackedBar parts={parts} of={batch.records} label={t(words.report)} />
}
