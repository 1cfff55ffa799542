import { DataTable, StaffLink, useSpeech } from '@intikhab/kernel/console'
import { Name, nameIn, Tag, When, type TagTone } from '@intikhab/kernel/screens'
import type { Text } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import type { StationResult } from '../../core/read-edition.ts'
import { words } from '../words.ts'
import { isBlocked, type SeatNow } from './seat-data.ts'
import { staffWords } from './words.ts'

function standing(row: StationResult): readonly [Text, TagTone] {
  const count = row.forms?.count.at(-1)
  if (isBlocked(row)) return [staffWords.toCorrect, 'bad']
  if (count === undefined) return [staffWords.awaited, 'warn']
  if (count.version > 1) return [staffWords.corrected, 'plain']
  if ([...count.findings, ...(row.forms?.findings ?? [])].some(({ level }) => level === 'warn'))
    return [staffWords.toLookAt, 'warn']
  return [staffWords.in, 'good']
}

/** Those to be corrected first, then the awaited, then the rest by number. */
const rank = (row: StationResult) => (isBlocked(row) ? 0 : (row.forms?.count.length ?? 0) === 0 ? 1 : 2)

/** Every station of a seat with its state and figures; the way to its forms. */
export function SeatStations({ seat: { contest, stations } }: { seat: SeatNow }): ReactNode {
  const { language, t } = useSpeech()
  const rows = stations.toSorted((a, b) => rank(a) - rank(b) || a.station.number - b.station.number)
  return (
    <DataTable<StationResult>
      caption={t(words.stationTable)}
      rows={rows}
      rowKey={({ station }) => station.stationId}
      file={`${contest.contestId}-stations.csv`}
      isMarked={isBlocked}
      columns={[
        { key: 'number', head: t(words.number), value: ({ station }) => station.number, numeric: true },
        {
          key: 'name',
          head: t(words.station),
          names: true,
          value: ({ station }) => nameIn(language, station.name),
          cell: ({ station }) => (
            <StaffLink to={`/results/${contest.electionId}/seats/${contest.contestId}/stations/${station.number}`}>
              <Name text={station.name} language={language} />
            </StaffLink>
          ),
        },
        {
          key: 'state',
          head: t(staffWords.stationState),
          value: (row) => t(standing(row)[0]),
          cell: (row) => {
            const [text, tone] = standing(row)
            return <Tag tone={tone}>{t(text)}</Tag>
          },
        },
        {
          key: 'valid',
          head: t(words.valid),
          value: ({ forms }) => forms?.count.at(-1)?.validTotal ?? null,
          numeric: true,
          wideOnly: true,
        },
        {
          key: 'excluded',
          head: t(words.excluded),
          value: ({ forms }) => forms?.count.at(-1)?.excluded ?? null,
          numeric: true,
          wideOnly: true,
        },
        {
          key: 'arrived',
          head: t(words.arrived),
          value: ({ forms }) => forms?.count.at(0)?.arrivedAt ?? null,
          cell: ({ forms }) => {
            const at = forms?.count.at(0)?.arrivedAt
            return at === undefined ? '–' : <When at={at} language={language} />
          },
          wideOnly: true,
        },
      ]}
    />
  )
}
