import { useSpeech } from '@intikhab/kernel/console'
import { Code, Table, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { SuspicionAnswer } from '../../../server/quality/quality-routes.ts'
import { words } from './words.ts'

type Made = Pick<SuspicionAnswer['past'][number], 'decision' | 'at' | 'by' | 'reason'>
type Line = Omit<Made, 'decision'> & { readonly what: string; readonly n: number }

/** What was decided and taken back, the first first; nothing where nothing was. */
export function SuspicionHistory({ suspicion }: { suspicion: SuspicionAnswer }): ReactNode {
  const { language, t } = useSpeech()
  const { past, decided } = suspicion
  if (past.length === 0) return null
  const lines: Line[] = []
  const add = (line: Omit<Line, 'n'>) => lines.push({ ...line, n: lines.length })
  const addDecision = ({ decision, at, by, reason }: Made) =>
    add({ at, by, reason, what: t(words.decided, { decision: t(words[decision]) }) })
  for (const one of past) {
    addDecision(one)
    add({ ...one.reopened, what: t(words.reopened) })
  }
  if (decided !== null) addDecision(decided)
  return (
    <section>
      <h2>{t(words.history)}</h2>
      <Table
        caption={t(words.history)}
        hideCaption
        language={language}
        rows={lines}
        rowKey={({ n }) => String(n)}
        columns={[
          { key: 'when', head: t(words.when), cell: ({ at }) => <When at={at} language={language} /> },
          { key: 'what', head: t(words.what), names: true, cell: ({ what }) => what },
          { key: 'reason', head: t(words.reason), cell: ({ reason }) => <bdi>{reason}</bdi> },
          { key: 'by', head: t(words.by), wideOnly: true, cell: ({ by }) => <Code>{by.slice(0, 8)}</Code> },
        ]}
      />
    </section>
  )
}
