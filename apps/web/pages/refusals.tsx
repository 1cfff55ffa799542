import { say, type Language } from '@intikhab/kernel/language'
import type { RefusalKind } from '@intikhab/kernel/refusal'
import { Code, publicPage, Table, type ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

interface Data {
  readonly kinds: readonly RefusalKind[]
}

function RefusalsScreen({ data, language }: ScreenProps<Data>): ReactNode {
  return (
    <>
      <h1>{say(language, words.refusals)}</h1>
      <p className="lead">{say(language, words.refusalsWhy)}</p>
      <Table
        caption={say(language, words.refusals)}
        hideCaption
        language={language}
        rows={data.kinds}
        rowKey={({ code }) => code}
        rowId={({ code }) => code}
        tools
        columns={[
          { key: 'code', head: say(language, words.code), names: true, cell: ({ code }) => <Code>{code}</Code> },
          { key: 'meaning', head: say(language, words.meaning), cell: (kind) => kind[language] },
          { key: 'section', head: say(language, words.section), cell: ({ section }) => <bdi>{section}</bdi> },
          {
            key: 'status',
            head: say(language, words.status),
            numeric: true,
            wideOnly: true,
            cell: ({ status }) => status,
          },
        ]}
      />
    </>
  )
}

/** Every refusal of the platform; problem documents link to its lines. */
export const refusalsPage = publicPage<Data>({
  path: '/refusals',
  section: 'data',
  load: (_editions, _params, { site }) =>
    Promise.resolve({ kinds: site.refusals.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }),
  title: (_data, language: Language) => say(language, words.refusals),
  Screen: RefusalsScreen,
})
