import { say, type Language } from '@intikhab/kernel/language'
import { Count, Table, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { CountVersion } from '../core/edition.ts'
import { words } from './words.ts'

function versionKind({ origin }: CountVersion) {
  if (origin.by === 'station') return words.firstVersion
  if (origin.by === 'decision') return words.decidedVersion
  return origin.confirmed ? words.confirmedVersion : words.correctedVersion
}

/** The versions of a Form-45 where there is more than one: who made each, and why. */
export function History(props: { versions: readonly CountVersion[]; language: Language }): ReactNode {
  const { versions, language } = props
  if (versions.length < 2) return null
  return (
    <>
      <h2>{say(language, words.history)}</h2>
      <Table
        caption={say(language, words.neverOverwritten)}
        language={language}
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            head: say(language, words.version),
            numeric: true,
            cell: ({ version }) => <Count n={version} language={language} />,
          },
          {
            key: 'kind',
            head: say(language, words.madeBy),
            names: true,
            cell: (version) => say(language, versionKind(version)),
          },
          {
            key: 'valid',
            head: say(language, words.valid),
            numeric: true,
            cell: ({ validTotal }) => <Count n={validTotal} language={language} />,
          },
          {
            key: 'excluded',
            head: say(language, words.excluded),
            numeric: true,
            cell: ({ excluded }) => <Count n={excluded} language={language} />,
          },
          {
            key: 'at',
            head: say(language, words.arrivedAt),
            cell: ({ arrivedAt }) => <When at={arrivedAt} language={language} />,
          },
          {
            key: 'reason',
            head: say(language, words.reason),
            cell: ({ origin }) => (origin.by === 'station' ? '' : <bdi>{origin.reason}</bdi>),
          },
        ]}
      />
    </>
  )
}
