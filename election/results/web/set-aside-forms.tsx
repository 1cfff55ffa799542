import { say, type Language } from '@intikhab/kernel/language'
import { Code, Table, Tag, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ContestResult, SetAside } from '../core/edition.ts'
import { stationPath } from './load.ts'
import { words } from './words.ts'

function Decision({ form, language }: { form: SetAside; language: Language }): ReactNode {
  const { decision } = form
  if (decision === null) return <Tag tone="busy">{say(language, words.undecided)}</Tag>
  const { version, reason } = decision
  return (
    <>
      <Tag tone={version === null ? 'plain' : 'good'}>
        {version === null ? say(language, words.staysUncounted) : say(language, words.countsAsVersion, { version })}
      </Tag>{' '}
      <bdi>{reason}</bdi>
    </>
  )
}

/** Forms that were set aside, and what was decided on each. `act`: what staff may do about one. */
export function SetAsideForms(props: {
  contest: ContestResult
  language: Language
  act?: (form: SetAside) => ReactNode
}): ReactNode {
  const { contest, language, act } = props
  if (contest.setAside.length === 0) return null
  return (
    <>
      <h2>{say(language, words.setAside)}</h2>
      <Table
        caption={say(language, words.setAside)}
        hideCaption
        language={language}
        rows={contest.setAside}
        rowKey={({ bundleId, arrivedAt }) => `${bundleId}${arrivedAt}`}
        columns={[
          {
            key: 'station',
            head: say(language, words.station),
            names: true,
            cell: ({ stationNumber }) => (
              <a href={`/${language}${stationPath(contest.electionId, contest.contestId, stationNumber)}`}>
                {say(language, words.stationNumber, { number: stationNumber })}
              </a>
            ),
          },
          {
            key: 'form',
            head: say(language, words.formKind),
            cell: ({ form }) => say(language, words.document, { form }),
          },
          {
            key: 'code',
            head: say(language, words.refusalCode),
            cell: ({ code }) => (
              <a href={`/${language}/refusals#${code}`}>
                <Code>{code}</Code>
              </a>
            ),
          },
          {
            key: 'arrived',
            head: say(language, words.arrivedAt),
            cell: ({ arrivedAt }) => <When at={arrivedAt} language={language} />,
          },
          {
            key: 'decision',
            head: say(language, words.decision),
            cell: (form) => (
              <>
                <Decision form={form} language={language} /> {act?.(form)}
              </>
            ),
          },
          {
            key: 'bundle',
            head: say(language, words.bundle),
            wideOnly: true,
            cell: ({ bundleId }) => <Code>{`${bundleId.slice(0, 16)}…`}</Code>,
          },
        ]}
      />
    </>
  )
}
