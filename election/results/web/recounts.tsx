import { say, type Language } from '@intikhab/kernel/language'
import { nameIn, Table, Tag, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ContestResult, RecountOrder } from '../core/edition.ts'
import { isOpenRecount } from '../core/recount-order.ts'
import { words } from './words.ts'

/** The recounts of a seat that were ordered: by whom, on what grounds, until when, and whether they are finished. */
export function Recounts(props: { contest: ContestResult; now: Date; language: Language }): ReactNode {
  const { contest, now, language } = props
  if (contest.recounts.length === 0) return null
  return (
    <>
      <h2>{say(language, words.recounts)}</h2>
      <Table
        caption={say(language, words.recounts)}
        hideCaption
        language={language}
        rows={contest.recounts}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'by',
            head: say(language, words.orderedBy),
            names: true,
            cell: (order) => <OrderedBy order={order} contest={contest} language={language} />,
          },
          {
            key: 'ordered',
            head: say(language, words.orderedAt),
            cell: ({ orderedAt }) => <When at={orderedAt} language={language} />,
          },
          { key: 'section', head: say(language, words.section), cell: ({ section }) => section ?? '–' },
          { key: 'reason', head: say(language, words.reason), cell: ({ reason }) => <bdi>{reason}</bdi> },
          {
            key: 'clock',
            head: say(language, words.dueBy),
            cell: (order) => <Clock order={order} contest={contest} now={now} language={language} />,
          },
        ]}
      />
    </>
  )
}

interface Shown {
  readonly order: RecountOrder
  readonly contest: ContestResult
  readonly language: Language
}

function OrderedBy({ order, contest, language }: Shown): ReactNode {
  if (order.requestedBy === null) return say(language, words.byCommission)
  const candidate = contest.candidates[order.requestedBy - 1]
  return say(language, words.byOfficer, { name: candidate === undefined ? '' : nameIn(language, candidate.name) })
}

function Clock({ order, contest, now, language }: Shown & { now: Date }): ReactNode {
  if (!isOpenRecount(order, contest.documents)) return <Tag tone="good">{say(language, words.recountDone)}</Tag>
  if (order.dueAt === null) return <Tag tone="busy">{say(language, words.recountOpen)}</Tag>
  const late = now.getTime() > Date.parse(order.dueAt)
  return (
    <>
      <When at={order.dueAt} language={language} />{' '}
      <Tag tone={late ? 'warn' : 'busy'}>{say(language, late ? words.recountLate : words.recountOpen)}</Tag>
    </>
  )
}
