import { formatNumber, say, type Language } from '@intikhab/kernel/language'
import { Bar, Count, Empty, Figure, Legend, Name, nameIn, Share, StackedBar, Table } from '@intikhab/kernel/screens'
import type { EditionNote, Part, Tone } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Breakdown, PartyEntry, PartyLine } from '../core/edition.ts'
import { words } from './words.ts'

/** What every drawing by party needs. */
export interface PartyView {
  readonly partyOf: (partyId: string) => PartyEntry
  readonly toneOf: (partyId: string) => Tone
}

/** Parties named one by one in a bar before the others are taken together. */
const namedInBar = 8

function seatParts(lines: readonly PartyLine[], view: PartyView, language: Language): Part[] {
  const seated = lines.filter((line) => line.won + line.leading > 0)
  const named = seated.slice(0, namedInBar)
  const others = seated.slice(namedInBar)
  const parts = named.map((line): Part => ({
    key: line.partyId,
    label: nameIn(language, view.partyOf(line.partyId).name),
    n: line.won + line.leading,
    tone: view.toneOf(line.partyId),
  }))
  const rest = others.reduce((sum, line) => sum + line.won + line.leading, 0)
  if (rest > 0)
    parts.push({
      key: 'others',
      label: say(language, words.otherParties, { n: others.length }),
      n: rest,
      tone: 'other',
    })
  return parts
}

/** Seats won or led as one bar; what is missing to the whole is the seats in which nobody leads. */
export function SeatsByParty(props: {
  breakdown: Breakdown
  view: PartyView
  edition: EditionNote
  language: Language
}): ReactNode {
  const { breakdown, view, language } = props
  const { total } = breakdown.seats
  const parts = seatParts(breakdown.parties, view, language)
  const open = total - parts.reduce((sum, part) => sum + part.n, 0)
  const label = parts
    .map((part) => `${part.label} ${formatNumber(language, part.n)}`)
    .join(language === 'ur' ? '، ' : ', ')
  return (
    <Figure
      title={say(language, words.seatsByParty)}
      denominator={say(language, words.seatsDenominator, { total, open })}
      edition={props.edition}
      language={language}
    >
      {parts.length === 0 ? (
        <Empty>{say(language, words.nobodyYet)}</Empty>
      ) : (
        <>
          <StackedBar parts={parts} of={total} label={label} />
          <Legend parts={parts} language={language} />
        </>
      )}
    </Figure>
  )
}

interface Line extends PartyLine {
  readonly label: ReactNode
  readonly tone: Tone
}

/** Parties below this share of the valid votes and without a seat stand together in one line (1 = 1/1000). */
const smallShare = 5

/** Votes and seats by party. Closes to its total: small parties without a seat stand together in the last line. */
export function PartyTable(props: {
  breakdown: Breakdown
  view: PartyView
  edition: EditionNote
  language: Language
}): ReactNode {
  const { breakdown, view, edition, language } = props
  const isSmall = (line: PartyLine) => line.won + line.leading === 0 && line.votes * 1000 < breakdown.valid * smallShare
  const small = breakdown.parties.filter(isSmall)
  const lines: Line[] = breakdown.parties
    .filter((line) => small.length < 2 || !isSmall(line))
    .map(({ partyId, won, leading, votes }) => ({
      partyId,
      won,
      leading,
      votes,
      label: <Name text={view.partyOf(partyId).name} language={language} />,
      tone: view.toneOf(partyId),
    }))
  if (small.length >= 2)
    lines.push({
      partyId: '…',
      won: 0,
      leading: 0,
      votes: small.reduce((sum, line) => sum + line.votes, 0),
      label: say(language, words.otherParties, { n: small.length }),
      tone: 'other',
    })
  const sum = (pick: (line: PartyLine) => number) => breakdown.parties.reduce((all, line) => all + pick(line), 0)
  return (
    <Figure
      title={say(language, words.partyTable)}
      denominator={say(language, words.votesDenominator, { valid: breakdown.valid })}
      edition={edition}
      language={language}
    >
      <Table
        caption={say(language, words.partyTable)}
        hideCaption
        language={language}
        rows={lines}
        rowKey={(line) => line.partyId}
        tools
        columns={[
          {
            key: 'party',
            head: say(language, words.party),
            names: true,
            total: say(language, words.total),
            cell: (line) => (
              <>
                {line.label}
                <Bar n={line.votes} of={breakdown.valid} tone={line.tone} />
              </>
            ),
          },
          {
            key: 'won',
            head: say(language, words.won),
            numeric: true,
            cell: (line) => <Count n={line.won} language={language} />,
            total: <Count n={sum((line) => line.won)} language={language} />,
          },
          {
            key: 'leading',
            head: say(language, words.leading),
            numeric: true,
            cell: (line) => <Count n={line.leading} language={language} />,
            total: <Count n={sum((line) => line.leading)} language={language} />,
          },
          {
            key: 'votes',
            head: say(language, words.votes),
            numeric: true,
            cell: (line) => <Count n={line.votes} language={language} />,
            total: <Count n={breakdown.valid} language={language} />,
          },
          {
            key: 'share',
            head: say(language, words.share),
            numeric: true,
            cell: (line) => <Share n={line.votes} of={breakdown.valid} language={language} />,
          },
        ]}
      />
    </Figure>
  )
}
