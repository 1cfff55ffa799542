import { formatWeekday, say } from '@intikhab/kernel/language'
import type { Language } from '@intikhab/kernel/language'
import { Code, Day, Tag, Unconfirmed } from '@intikhab/kernel/screens'
import type { LegalDate, ProgrammeFinding } from '@intikhab/law'
import { stageLabels } from '@intikhab/law'
import type { ReactNode } from 'react'
import type { PublishedVersion } from '../core/edition.ts'
import type { StageRow } from '../core/stage-table.ts'
import { words } from './words.ts'

/** The stages of a version one below the other, each with its date, its days beside those of the law, and what was found. */
export function StageTimeline(props: {
  version: PublishedVersion
  /** Stages before this day are past; null to leave that out. */
  today: LegalDate | null
  language: Language
}): ReactNode {
  const { version, today, language } = props
  return (
    <ol className="timeline">
      {version.stages.map((row) => {
        const past = today !== null && row.date < today
        return (
          <li key={row.stage} className={past ? 'past' : undefined}>
            <p>
              <strong>
                <Day on={row.date} language={language} />
              </strong>{' '}
              <small>
                {formatWeekday(language, row.date)}
                {past ? ` · ${say(language, words.past)}` : ''}
              </small>
            </p>
            <p>
              {row.name[language]}{' '}
              {version.check.findings
                .filter(({ stage }) => stage === row.stage)
                .map((finding) => (
                  <FindingTag key={finding.kind} finding={finding} language={language} />
                ))}
            </p>
            <Count row={row} language={language} />
          </li>
        )
      })}
    </ol>
  )
}

function Count({ row, language }: { row: StageRow; language: Language }): ReactNode {
  if (!row.count) return null
  const { from, days, lawDays, section, unconfirmed } = row.count
  return (
    <p className="caption">
      {say(language, words.stageDays, { days, from: stageLabels[from][language], lawDays })}{' '}
      {section === null ? null : <Code>{section}</Code>} {unconfirmed ? <Unconfirmed language={language} /> : null}
    </p>
  )
}

/** What the check found at a stage, in a few words. */
export function FindingTag({ finding, language }: { finding: ProgrammeFinding; language: Language }): ReactNode {
  if (finding.kind === 'shorter-than-law')
    return <Tag tone="warn">{say(language, words.shortBy, { days: finding.shortBy })}</Tag>
  if (finding.kind === 'on-holiday') return <Tag>{say(language, words.onHoliday)}</Tag>
  return <Tag tone="bad">{say(language, words.outOfOrder)}</Tag>
}
