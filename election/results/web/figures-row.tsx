import { formatPercent, say, type Language } from '@intikhab/kernel/language'
import { Count, Headlines, type Fact } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Breakdown } from '../core/edition.ts'
import { words } from './words.ts'

/** The large figures of an assembly or a province. */
export function BreakdownHeadlines({ breakdown, language }: { breakdown: Breakdown; language: Language }): ReactNode {
  const { seats, valid, excluded, registered } = breakdown
  const ballots = valid + excluded
  const counted = seats.counting + seats.counted + seats.consolidated + seats.declared
  const facts: Fact[] = [
    {
      key: 'declared',
      name: say(language, words.declared),
      value: <Count n={seats.declared} language={language} />,
      note: say(language, words.seatsOf, { total: seats.total }),
    },
    {
      key: 'counting',
      name: say(language, words.counting),
      value: <Count n={counted - seats.declared} language={language} />,
      note: say(language, words.seatsOf, { total: seats.total }),
    },
    {
      key: 'valid',
      name: say(language, words.valid),
      value: <Count n={valid} language={language} />,
      note: say(language, words.ofRegistered, { registered }),
    },
    {
      key: 'excluded',
      name: say(language, words.excludedVotes),
      value: <Count n={excluded} language={language} />,
      note:
        ballots === 0
          ? undefined
          : say(language, words.excludedOf, {
              share: formatPercent(language, excluded, ballots),
              ballots,
            }),
    },
  ]
  return <Headlines facts={facts} />
}
