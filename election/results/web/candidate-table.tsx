import { say, type Language } from '@intikhab/kernel/language'
import { Bar, Count, Name, Share, Table } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ContestResult } from '../core/edition.ts'
import type { PartyView } from './party-table.tsx'
import { words } from './words.ts'

/** The candidates of a seat by votes, with bars. */
export function CandidateTable(props: {
  contest: ContestResult
  view: PartyView
  language: Language
  caption: string
}): ReactNode {
  const { contest, view, language } = props
  const ranked = contest.candidates.toSorted((a, b) => b.votes - a.votes || a.serial - b.serial)
  const most = ranked[0]?.votes ?? 0
  const { valid } = contest.totals
  return (
    <Table
      caption={props.caption}
      hideCaption
      language={language}
      rows={ranked}
      rowKey={(candidate) => String(candidate.serial)}
      tools
      columns={[
        {
          key: 'candidate',
          head: say(language, words.candidate),
          names: true,
          total: say(language, words.total),
          cell: (candidate) => (
            <>
              <strong>
                <Name text={candidate.name} language={language} />
              </strong>
              <br />
              <small>
                <Name text={candidate.partyName} language={language} />
                {candidate.symbol === null ? null : (
                  <> · {say(language, words.symbol, { symbol: candidate.symbol[language] })}</>
                )}
              </small>
              <Bar n={candidate.votes} of={most} tone={view.toneOf(candidate.partyId)} />
            </>
          ),
        },
        {
          key: 'votes',
          head: say(language, words.votes),
          numeric: true,
          cell: (candidate) => <Count n={candidate.votes} language={language} />,
          total: <Count n={valid} language={language} />,
        },
        {
          key: 'share',
          head: say(language, words.share),
          numeric: true,
          cell: (candidate) => <Share n={candidate.votes} of={valid} language={language} />,
        },
      ]}
    />
  )
}
