import { DataTable, Loaded, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { formatDay, type Text } from '@intikhab/kernel/language'
import { Code } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

interface ElectionLine {
  readonly id: string
  readonly name: Text
  readonly pollDate: string
  readonly packId: string
}

/** Every election, the latest poll first. */
export function ElectionsScreen(): ReactNode {
  const { language, t } = useSpeech()
  const query = useGet<{ elections: readonly ElectionLine[] }>('/api/elections')
  return (
    <>
      <h1>{t(words.title)}</h1>
      <Loaded query={query}>
        {({ elections }) => (
          <DataTable
            caption={t(words.elections)}
            rows={elections}
            rowKey={({ id }) => id}
            empty={t(words.noElections)}
            columns={[
              {
                key: 'name',
                head: t(words.election),
                names: true,
                value: ({ name }) => name[language],
                cell: ({ id, name }) => <StaffLink to={`/programme/${id}`}>{name[language]}</StaffLink>,
              },
              {
                key: 'poll',
                head: t(words.poll),
                value: ({ pollDate }) => pollDate,
                cell: ({ pollDate }) => <time dateTime={pollDate}>{formatDay(language, pollDate)}</time>,
              },
              {
                key: 'law',
                head: t(words.law),
                value: ({ packId }) => packId,
                cell: ({ packId }) => <Code>{packId}</Code>,
              },
            ]}
          />
        )}
      </Loaded>
    </>
  )
}
