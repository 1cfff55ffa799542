import { say, type Language } from '@intikhab/kernel/language'
import { Code, Count, Facts, Name, Table, When, type Fact } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { AccountVersion, CandidateResult, CountVersion } from '../core/edition.ts'
import { words } from './words.ts'

const count = (language: Language, key: string, name: string, n: number): Fact => ({
  key,
  name,
  value: <Count n={n} language={language} />,
})

/** Form-45 with the figures that count, in the order of the paper: candidates, valid, excluded, polled. */
export function CountForm(props: {
  version: CountVersion
  candidates: readonly CandidateResult[]
  language: Language
}): ReactNode {
  const { version, candidates, language } = props
  const { polled, registered, agents } = version
  return (
    <div className="columns">
      <div>
        <Table
          caption={say(language, words.formTitle)}
          language={language}
          rows={candidates.map((candidate, index) => ({ candidate, votes: version.votes[index] ?? 0 }))}
          rowKey={({ candidate }) => String(candidate.serial)}
          columns={[
            {
              key: 'serial',
              head: say(language, words.number),
              numeric: true,
              cell: ({ candidate }) => <Count n={candidate.serial} language={language} />,
            },
            {
              key: 'candidate',
              head: say(language, words.candidate),
              names: true,
              total: say(language, words.valid),
              cell: ({ candidate }) => (
                <>
                  <Name text={candidate.name} language={language} />{' '}
                  <small>
                    <Name text={candidate.partyName} language={language} />
                  </small>
                </>
              ),
            },
            {
              key: 'votes',
              head: say(language, words.votes),
              numeric: true,
              cell: ({ votes }) => <Count n={votes} language={language} />,
              total: <Count n={version.validTotal} language={language} />,
            },
          ]}
        />
        <Facts
          facts={[
            count(language, 'excluded', say(language, words.excludedBallots), version.excluded),
            count(language, 'tendered', say(language, words.tendered), version.tendered),
            count(language, 'challenged', say(language, words.challenged), version.challenged),
          ]}
        />
      </div>
      <div>
        <Table
          caption={say(language, words.polled)}
          language={language}
          rows={[
            { key: 'registered', name: words.registered, ...registered, other: null },
            { key: 'polled', name: words.polled, ...polled },
          ]}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', head: say(language, words.voters), names: true, cell: ({ name }) => say(language, name) },
            {
              key: 'male',
              head: say(language, words.male),
              numeric: true,
              cell: ({ male }) => <Count n={male} language={language} />,
            },
            {
              key: 'female',
              head: say(language, words.female),
              numeric: true,
              cell: ({ female }) => <Count n={female} language={language} />,
            },
            {
              key: 'other',
              head: say(language, words.other),
              numeric: true,
              cell: ({ other }) => (other === null ? '–' : <Count n={other} language={language} />),
            },
            {
              key: 'total',
              head: say(language, words.total),
              numeric: true,
              cell: ({ total }) => <Count n={total} language={language} />,
            },
          ]}
        />
        <Facts
          facts={[
            {
              key: 'agents',
              name: say(language, words.agents),
              value: say(language, words.agentsSay, {
                present: agents.present,
                signed: agents.signed,
                refused: agents.refused,
              }),
            },
          ]}
        />
      </div>
    </div>
  )
}

/** Form-46, the account of the ballot papers. */
export function AccountForm({ version, language }: { version: AccountVersion; language: Language }): ReactNode {
  const rows = ['received', 'unissued', 'outOfBox', 'tendered', 'challenged', 'spoilt', 'missing'] as const
  return <Facts facts={rows.map((key) => count(language, key, say(language, words[key]), version[key]))} />
}

/** Who made a version of a form, when it was made and when it arrived, and the photograph of the station's paper. */
export function OriginFacts(props: {
  version: CountVersion | AccountVersion
  photograph?: Fact | undefined
  language: Language
}): ReactNode {
  const { version, photograph, language } = props
  const { origin, arrivedAt, imageSha256 } = version
  const facts: Fact[] = [
    {
      key: 'by',
      name: say(language, words.madeBy),
      value: say(language, origin.by === 'returning-officer' ? words.returningOfficer : words.presidingOfficer),
    },
  ]
  if (origin.by !== 'returning-officer')
    facts.push(
      { key: 'device', name: say(language, words.device), value: <Code>{origin.deviceKeyId}</Code> },
      { key: 'bundle', name: say(language, words.bundle), value: <Code>{origin.bundleId}</Code> },
    )
  if (origin.by !== 'station')
    facts.push({
      key: 'reason',
      name: say(language, words.reason),
      value: say(language, origin.by === 'decision' ? words.decidedVersion : words[origin.cause]),
      note: <bdi>{origin.reason}</bdi>,
    })
  facts.push(
    { key: 'made', name: say(language, words.madeAt), value: <When at={origin.madeAt} language={language} /> },
    { key: 'arrived', name: say(language, words.arrivedAt), value: <When at={arrivedAt} language={language} /> },
  )
  if (photograph !== undefined) facts.push(photograph)
  else if (imageSha256 !== null)
    facts.push({ key: 'photo', name: say(language, words.photo), value: <Code>{imageSha256}</Code> })
  return <Facts facts={facts} />
}
