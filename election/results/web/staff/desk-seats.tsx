import { DataTable, StaffLink, useSpeech } from '@intikhab/kernel/console'
import { formatPercent } from '@intikhab/kernel/language'
import { Code, Name, nameIn, Tag } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Desk, DeskSeat } from '../../core/desk.ts'
import type { SeatLine } from '../../core/edition.ts'
import { stateText } from '../states.tsx'
import { words } from '../words.ts'
import { staffWords } from './words.ts'

type Row = DeskSeat & { readonly line: SeatLine | undefined }

/** The seats of the office: how much of each is in, what holds it up, whether it is late. Those that lack most come first. */
export function DeskSeats({ desk, lines }: { desk: Desk; lines: readonly SeatLine[] }): ReactNode {
  const { language, t } = useSpeech()
  const byId = new Map(lines.map((line) => [line.contestId, line]))
  const rows: Row[] = desk.seats.map((seat) => ({ ...seat, line: byId.get(seat.contestId) }))
  const provisional = desk.deadlines.find(({ code }) => code === 'provisional')?.dueAt
  const hourPassed = provisional !== undefined && provisional !== null && provisional < desk.now
  const isLate = ({ received, expected }: Row) => hourPassed && received < expected
  const stateOf = (row: Row) => (row.line === undefined ? null : t(stateText(row.line)))
  return (
    <DataTable<Row>
      caption={t(staffWords.yourSeats)}
      empty={t(staffWords.noSeats)}
      rows={rows}
      rowKey={({ contestId }) => contestId}
      file={`desk-${desk.electionId}.csv`}
      isMarked={isLate}
      columns={[
        {
          key: 'seat',
          head: t(words.seat),
          names: true,
          value: ({ contestId, name }) => `${contestId} ${nameIn(language, name)}`,
          cell: ({ contestId, name }) => (
            <StaffLink to={`/results/${desk.electionId}/seats/${contestId}`}>
              <Code>{contestId}</Code> <Name text={name} language={language} />
            </StaffLink>
          ),
        },
        { key: 'missing', head: t(staffWords.missing), value: (row) => row.expected - row.received, numeric: true },
        {
          key: 'received',
          head: t(words.stations),
          value: ({ received, expected }) => (expected === 0 ? 0 : received / expected),
          cell: ({ received, expected }) => (
            <>
              <bdi dir="ltr">{`${received} / ${expected}`}</bdi>{' '}
              <small className="wide-only">
                <bdi>{formatPercent(language, received, expected)}</bdi>
              </small>
            </>
          ),
          numeric: true,
        },
        {
          key: 'blocking',
          head: t(staffWords.blocking),
          value: ({ line }) => line?.blocking ?? null,
          numeric: true,
        },
        {
          key: 'state',
          head: t(words.state),
          value: stateOf,
          cell: (row) => (
            <>
              {isLate(row) ? <Tag tone="bad">{t(staffWords.late)}</Tag> : null} {stateOf(row)}
            </>
          ),
        },
      ]}
    />
  )
}
