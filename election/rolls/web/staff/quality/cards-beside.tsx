import { useSpeech } from '@intikhab/kernel/console'
import type { ReactNode } from 'react'
import { useCardFields, type Card } from './card-fields.tsx'
import { words } from './words.ts'

/** No two cards share these. */
const everDifferent = new Set(['cnic', 'line'])

/** Cards side by side, a field a line; where they differ it is marked, in words too. */
export function CardsBeside({ cards, district }: { cards: readonly Card[]; district: string }): ReactNode {
  const { t } = useSpeech()
  const fields = useCardFields(district)
  const isAlone = cards.length === 1
  return (
    <div className="cards-scroll">
      <table className="cards-beside">
        <caption>{t(isAlone ? words.voters : words.cards)}</caption>
        {isAlone ? null : (
          <thead>
            <tr>
              <th scope="col">{t(words.field)}</th>
              {cards.map((card, n) => (
                <th key={card.cnic + String(card.entry?.serial)} scope="col">
                  {t(words.card, { number: String(n + 1) })}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {fields.map(({ key, name, of, show }) => {
            const differs = !everDifferent.has(key) && new Set(cards.map(of)).size > 1
            return (
              <tr key={key} data-differs={differs ? '' : undefined}>
                <th scope="row">
                  {name}
                  {differs ? <span className="differs">{t(words.differs)}</span> : null}
                </th>
                {cards.map((card) => (
                  <td key={card.cnic + String(card.entry?.serial)}>{show(card)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
