import { useSpeech } from '@intikhab/kernel/console'
import { Table } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { useCardFields, type Card } from './card-fields.tsx'
import { words } from './words.ts'

const columns = new Set(['name', 'relation', 'born', 'cnic', 'line'])
const wideColumns = new Set(['cnic', 'line'])

/** The voters of a house, one below the other. */
export function CardsBelow(props: { cards: readonly Card[]; people: number; district: string }): ReactNode {
  const { cards, people, district } = props
  const { language, t } = useSpeech()
  const fields = useCardFields(district).filter(({ key }) => columns.has(key))
  return (
    <>
      <Table
        caption={t(words.voters)}
        language={language}
        rows={cards}
        rowKey={({ cnic, entry }) => `${cnic}/${entry?.serial ?? ''}`}
        columns={fields.map(({ key, name, show }) => ({
          key,
          head: name,
          names: key === 'name',
          cell: show,
          wideOnly: wideColumns.has(key),
        }))}
      />
      {cards.length < people ? <p className="quiet">{t(words.first, { shown: cards.length, all: people })}</p> : null}
    </>
  )
}
