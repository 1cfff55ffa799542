import { useSpeech } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { nameIn } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { DoorNews } from '../../../core/claims/door-news.ts'
import { claimWords } from '../../../core/claims/words.ts'
import { voterFields } from '../../../core/register/told-actions.ts'
import { doorWords as words } from './words.ts'

/** What the civil registry told of somebody, and where the card differs from the roll. */
export function NewsOf({ news: { reason, differences } }: { news: DoorNews }): ReactNode {
  const { language, t } = useSpeech()
  const value = (text: Text | null) => (text === null ? t(claimWords.none) : <bdi>{nameIn(language, text)}</bdi>)
  return (
    <div className="door-news">
      <p>{nameIn(language, reason)}</p>
      {differences.length === 0 ? null : (
        <dl>
          {differences.map(({ field, roll, card }) => (
            <div key={field}>
              <dt>{t(voterFields[field])}</dt>
              <dd>
                {t(words.onTheRoll)} {value(roll)}
              </dd>
              <dd>
                {t(words.onTheCard)} {value(card)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
