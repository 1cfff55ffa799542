import { formatInstant, say, type Language, type Text } from '@intikhab/kernel/language'
import { Facts, Tag, Unconfirmed, type TagTone } from '@intikhab/kernel/screens'
import { resultClockLabels } from '@intikhab/law'
import type { ReactNode } from 'react'
import type { Deadline, StationCounters } from '../core/edition.ts'
import { words } from './words.ts'

type Standing = readonly [text: Text, tone: TagTone]

/** Where a deadline stands: met, open, or passed with stations missing. */
function standing(deadline: Deadline, counters: StationCounters, now: Date): Standing | undefined {
  if (deadline.dueAt === null) return undefined
  const passed = now.getTime() > Date.parse(deadline.dueAt)
  const missing = counters.expected - counters.received
  if (deadline.code === 'publish') return passed ? [words.clockPassed, 'plain'] : [words.clockOpen, 'busy']
  if (missing === 0) return [words.clockMet, 'good']
  return passed ? [words.clockLate, 'warn'] : [words.clockOpen, 'busy']
}

/** The hours that the law sets after a poll, and how each stands against the stations received. */
export function Clocks(props: {
  deadlines: readonly Deadline[]
  counters: StationCounters
  now: Date
  language: Language
}): ReactNode {
  const { deadlines, counters, now, language } = props
  return (
    <Facts
      facts={deadlines.map((deadline) => {
        const found = standing(deadline, counters, now)
        return {
          key: deadline.code,
          name: say(language, resultClockLabels[deadline.code]),
          value:
            deadline.dueAt === null ? (
              say(language, words.clockLater)
            ) : (
              <time dateTime={deadline.dueAt}>
                {say(language, words.clockDue, { at: formatInstant(language, new Date(deadline.dueAt)) })}
              </time>
            ),
          note: (
            <>
              {found === undefined ? null : (
                <Tag tone={found[1]}>{say(language, found[0], { missing: counters.expected - counters.received })}</Tag>
              )}{' '}
              {deadline.section} {deadline.unconfirmed ? <Unconfirmed language={language} /> : null}
            </>
          ),
        }
      })}
    />
  )
}
