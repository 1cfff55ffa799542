import { DataTable, useSpeech } from '@intikhab/kernel/console'
import { Name, nameIn } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { CandidateResult, ContestResult } from '../../core/edition.ts'
import { words } from '../words.ts'

/** The candidates in ballot order with their votes by where they came from. */
export function StandingsTable({ contest }: { contest: ContestResult }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <DataTable<CandidateResult>
      caption={t(words.candidates)}
      rows={contest.candidates}
      rowKey={({ serial }) => String(serial)}
      file={`${contest.contestId}-candidates.csv`}
      columns={[
        { key: 'serial', head: t(words.number), value: ({ serial }) => serial, numeric: true },
        {
          key: 'name',
          head: t(words.candidate),
          value: ({ name }) => nameIn(language, name),
          names: true,
          cell: ({ name, partyName }) => (
            <>
              <Name text={name} language={language} />
              <br />
              <small>
                <Name text={partyName} language={language} />
              </small>
            </>
          ),
        },
        {
          key: 'stations',
          head: t(words.stations),
          value: ({ stationVotes }) => stationVotes,
          numeric: true,
          wideOnly: true,
        },
        {
          key: 'postal',
          head: t(words.postalRow),
          value: ({ postalVotes }) => postalVotes,
          numeric: true,
          wideOnly: true,
        },
        { key: 'votes', head: t(words.votes), value: ({ votes }) => votes, numeric: true },
      ]}
    />
  )
}
