import { say } from '@intikhab/kernel/language'
import type { Language } from '@intikhab/kernel/language'
import { Table, Unconfirmed } from '@intikhab/kernel/screens'
import type { ListedValue } from '@intikhab/law'
import type { ReactNode } from 'react'
import { legalValueText } from './legal-value.ts'
import { marks, words } from './words.ts'

/** Every value of the law with its section and its source; what is not settled says so beside the value. */
export function LawTable({ law, language }: { law: readonly ListedValue[]; language: Language }): ReactNode {
  const unconfirmed = law.filter((each) => each.unconfirmed).length
  return (
    <Table
      caption={say(language, words.unconfirmedCount, { count: unconfirmed })}
      language={language}
      tools
      rows={law}
      rowKey={({ path }) => path}
      columns={[
        { key: 'group', head: say(language, words.subject), wideOnly: true, cell: ({ group }) => group[language] },
        { key: 'name', head: say(language, words.valueName), names: true, cell: ({ label }) => label[language] },
        {
          key: 'value',
          head: say(language, words.value),
          cell: (listed) => (
            <>
              <bdi>{legalValueText(language, listed)}</bdi>{' '}
              {listed.unconfirmed ? <Unconfirmed language={language} /> : null}
              {listed.note === undefined ? null : <p className="caption">{listed.note[language]}</p>}
            </>
          ),
        },
        {
          key: 'section',
          head: say(language, words.section),
          cell: ({ section }) => (section === null ? '–' : <bdi lang="en">{section}</bdi>),
        },
        {
          key: 'source',
          head: say(language, words.source),
          wideOnly: true,
          cell: ({ source, mark }) => (
            <>
              {say(language, marks[mark])}
              {source === mark ? null : (
                <p className="caption">
                  <bdi lang="en">{source}</bdi>
                </p>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
