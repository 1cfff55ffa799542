import { say, type Language } from '@intikhab/kernel/language'
import { Count, Name, nameIn, provinceName, Table, type EditionNote } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ProvinceSummary } from '../core/edition.ts'
import { electionPath } from './load.ts'
import type { PartyView } from './party-table.tsx'
import { words } from './words.ts'

/** An assembly's seats by province, with the three parties that hold most of them. */
export function ProvinceTable(props: {
  electionId: string
  provinces: readonly ProvinceSummary[]
  view: PartyView
  edition: EditionNote
  language: Language
}): ReactNode {
  const { electionId, provinces, view, language } = props
  return (
    <>
      <h2>{say(language, words.provinces)}</h2>
      <Table
        caption={say(language, words.provinces)}
        hideCaption
        language={language}
        rows={provinces}
        rowKey={(row) => row.province}
        columns={[
          {
            key: 'province',
            head: say(language, words.province),
            names: true,
            cell: (row) => (
              <a href={`/${language}${electionPath(electionId)}/provinces/${row.province}`}>
                <Name text={provinceName(row.province)} language={language} />
              </a>
            ),
          },
          {
            key: 'seats',
            head: say(language, words.seats),
            numeric: true,
            cell: (row) => <Count n={row.seats.total} language={language} />,
          },
          {
            key: 'parties',
            head: say(language, words.wonAndLeading),
            cell: (row) =>
              row.parties
                .filter((line) => line.won + line.leading > 0)
                .slice(0, 3)
                .map((line) => `${nameIn(language, view.partyOf(line.partyId).name)} ${line.won + line.leading}`)
                .join(language === 'ur' ? '، ' : ', '),
          },
          {
            key: 'valid',
            head: say(language, words.valid),
            numeric: true,
            wideOnly: true,
            cell: (row) => <Count n={row.valid} language={language} />,
          },
          {
            key: 'stations',
            head: say(language, words.stations),
            numeric: true,
            cell: (row) => (
              <>
                <Count n={row.stations.received} language={language} />/
                <Count n={row.stations.expected} language={language} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}
