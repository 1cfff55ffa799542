import { say, type Language, type Text } from '@intikhab/kernel/language'
import { Count, Name, Table, Tag } from '@intikhab/kernel/screens'
import { formatTime } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import type { ContestResult, StationEntry } from '../core/edition.ts'
import type { StationResult } from '../core/read-edition.ts'
import { LevelTag } from './findings-list.tsx'
import { stationPath } from './load.ts'
import { words } from './words.ts'

export const stationTypes: Readonly<Record<StationEntry['type'], Text>> = {
  male: words.typeMale,
  female: words.typeFemale,
  combined: words.typeCombined,
}

/** Candidates that get a column of their own; the rest is in the download. */
const candidateColumns = 4

function gravest({ forms }: StationResult): 'block' | 'warn' | undefined {
  const levels = new Set(
    [
      ...(forms?.count.at(-1)?.findings ?? []),
      ...(forms?.account.at(-1)?.findings ?? []),
      ...(forms?.findings ?? []),
    ].map(({ level }) => level),
  )
  return levels.has('block') ? 'block' : levels.has('warn') ? 'warn' : undefined
}

/** Every polling station of a seat: the leading candidates' votes, rejected, polled, arrival, notes. */
export function StationTable(props: {
  contest: ContestResult
  stations: readonly StationResult[]
  language: Language
  csv: string
}): ReactNode {
  const { contest, stations, language } = props
  const leading = contest.candidates
    .map((candidate, index) => ({ ...candidate, index }))
    .sort((a, b) => b.votes - a.votes || a.serial - b.serial)
    .slice(0, candidateColumns)
  const last = (result: StationResult) => result.forms?.count.at(-1)
  const numberCell = (n: number | undefined) => (n === undefined ? '–' : <Count n={n} language={language} />)
  return (
    <Table
      caption={say(language, words.stationTable)}
      hideCaption
      language={language}
      rows={stations}
      rowKey={({ station }) => station.stationId}
      tools
      csv={props.csv}
      columns={[
        {
          key: 'number',
          head: say(language, words.number),
          numeric: true,
          cell: ({ station }) => <Count n={station.number} language={language} />,
        },
        {
          key: 'station',
          head: say(language, words.station),
          names: true,
          cell: ({ station }) => (
            <>
              <a href={`/${language}${stationPath(contest.electionId, contest.contestId, station.number)}`}>
                <Name text={station.name} language={language} />
              </a>{' '}
              <small>{say(language, stationTypes[station.type])}</small>
            </>
          ),
        },
        ...leading.map((candidate) => ({
          key: `c${candidate.serial}`,
          head: candidate.name[language],
          numeric: true,
          wideOnly: candidate !== leading[0] && candidate !== leading[1],
          cell: (result: StationResult) => numberCell(last(result)?.votes[candidate.index]),
        })),
        {
          key: 'excluded',
          head: say(language, words.excluded),
          numeric: true,
          wideOnly: true,
          cell: (result) => numberCell(last(result)?.excluded),
        },
        {
          key: 'polled',
          head: say(language, words.polledShort),
          numeric: true,
          wideOnly: true,
          cell: (result) => numberCell(last(result)?.polled.total),
        },
        {
          key: 'registered',
          head: say(language, words.registered),
          numeric: true,
          wideOnly: true,
          cell: ({ station }) => <Count n={station.registered.total} language={language} />,
        },
        {
          key: 'arrived',
          head: say(language, words.arrived),
          order: (result) => last(result)?.arrivedAt ?? '9',
          cell: (result) => {
            const at = result.forms?.count[0]?.arrivedAt
            return at === undefined ? (
              <span className="caption">{say(language, words.awaited)}</span>
            ) : (
              <time dateTime={at}>{formatTime(language, new Date(at))}</time>
            )
          },
        },
        {
          key: 'flags',
          head: say(language, words.flags),
          wideOnly: true,
          cell: (result) => {
            const level = gravest(result)
            return (
              <>
                {level === undefined ? null : <LevelTag level={level} language={language} />}{' '}
                {(result.forms?.count.length ?? 0) > 1 ? <Tag>{say(language, words.correctedFlag)}</Tag> : null}
              </>
            )
          },
        },
      ]}
    />
  )
}
