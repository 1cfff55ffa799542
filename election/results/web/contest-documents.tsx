import { say, type Language } from '@intikhab/kernel/language'
import { Code, Count, Empty, Table, When, type EditionNote } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ContestResult } from '../core/edition.ts'
import { words } from './words.ts'

/** Forms 47, 48 and 49 of a seat as they were made, and its postal row. */
export function ContestDocuments(props: {
  contest: ContestResult
  /** Where the documents lie in full; without it they are only named. */
  edition?: EditionNote
  language: Language
}): ReactNode {
  const { contest, edition, language } = props
  const { documents, postal } = contest
  return (
    <>
      <h2>{say(language, words.documents)}</h2>
      {documents.length === 0 ? (
        <Empty>{say(language, words.noDocuments)}</Empty>
      ) : (
        <Table
          caption={say(language, words.documents)}
          hideCaption
          language={language}
          rows={documents}
          rowKey={({ form, version }) => `${form}/${version}`}
          columns={[
            {
              key: 'form',
              head: say(language, words.documents),
              names: true,
              cell: ({ form, version, path }) => {
                const name = say(language, words.documentVersion, { form, version })
                return edition === undefined ? (
                  name
                ) : (
                  <a href={`/editions/${edition.series}/${edition.number}/${path}`}>{name}</a>
                )
              },
            },
            {
              key: 'made',
              head: say(language, words.made),
              cell: ({ madeAt }) => <When at={madeAt} language={language} />,
            },
            {
              key: 'stations',
              head: say(language, words.stationsIncluded),
              numeric: true,
              cell: (document) => <Count n={document.stationsIncluded} language={language} />,
            },
            {
              key: 'valid',
              head: say(language, words.valid),
              numeric: true,
              cell: (document) => <Count n={document.valid} language={language} />,
            },
            {
              key: 'excluded',
              head: say(language, words.excluded),
              numeric: true,
              cell: (document) => <Count n={document.excluded} language={language} />,
            },
            {
              key: 'reason',
              head: say(language, words.reason),
              wideOnly: true,
              cell: ({ reason }) => <bdi>{reason}</bdi>,
            },
            {
              key: 'sha256',
              head: say(language, words.fingerprint),
              wideOnly: true,
              cell: ({ sha256 }) => <Code>{`${sha256.slice(0, 16)}…`}</Code>,
            },
          ]}
        />
      )}
      {postal === null ? null : (
        <p>
          <strong>{say(language, words.postalRow)}</strong>{' '}
          {say(language, words.postalSays, {
            issued: postal.issued,
            inTime: postal.receivedInTime,
            valid: postal.valid,
            excluded: postal.excluded,
          })}
        </p>
      )}
    </>
  )
}
