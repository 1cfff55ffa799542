import type { Language } from '@intikhab/kernel/language'
import { formatNumber, say } from '@intikhab/kernel/language'
import { Day, Table } from '@intikhab/kernel/screens'
import { stageLabels } from '@intikhab/law'
import type { StageChange } from '@intikhab/law'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** What a version changes, stage by stage: a stage that shrinks because another moved is in it, with its date unchanged. */
export function ChangeTable(props: {
  caption: ReactNode
  changes: readonly StageChange[]
  language: Language
}): ReactNode {
  const { caption, changes, language } = props
  const days = (n: number | null) => (n === null ? '–' : formatNumber(language, n))
  return (
    <Table
      caption={caption}
      language={language}
      rows={changes}
      rowKey={({ stage }) => stage}
      columns={[
        {
          key: 'stage',
          head: say(language, words.stage),
          names: true,
          cell: ({ stage }) => stageLabels[stage][language],
        },
        { key: 'from', head: say(language, words.before), cell: ({ from }) => <Day on={from} language={language} /> },
        {
          key: 'to',
          head: say(language, words.after),
          cell: ({ to, movedBy }) =>
            movedBy === 0 ? (
              <Day on={to} language={language} />
            ) : (
              <strong>
                <Day on={to} language={language} />
              </strong>
            ),
        },
        {
          key: 'daysBefore',
          head: say(language, words.daysBefore),
          numeric: true,
          cell: ({ daysBefore }) => days(daysBefore),
        },
        {
          key: 'daysAfter',
          head: say(language, words.daysAfter),
          numeric: true,
          cell: ({ daysAfter }) => days(daysAfter),
        },
        {
          key: 'lawDays',
          head: say(language, words.lawDays),
          numeric: true,
          wideOnly: true,
          cell: ({ lawDays }) => days(lawDays),
        },
      ]}
    />
  )
}
