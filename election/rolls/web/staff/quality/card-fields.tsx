import { StaffLink, useSpeech } from '@intikhab/kernel/console'
import { formatDay } from '@intikhab/kernel/language'
import { Code, nameIn } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { voterValues } from '../../../core/register/told-actions.ts'
import type { SuspicionAnswer } from '../../../server/quality/quality-routes.ts'
import { VoterName, VoterRelation } from '../voter/voter-name.tsx'
import { words } from './words.ts'

export type Card = SuspicionAnswer['cards'][number]

/** A field of a card as it is compared and as it is shown. */
export interface CardField {
  readonly key: string
  readonly name: string
  /** What two cards are compared by. */
  readonly of: (card: Card) => string
  readonly show: (card: Card) => ReactNode
}

/** The fields of a card in the order in which an officer compares them. */
export function useCardFields(district: string): readonly CardField[] {
  const { language, t } = useSpeech()
  const text = (key: string, name: string, of: (card: Card) => string): CardField => ({
    key,
    name,
    of,
    show: (card) => <bdi>{of(card)}</bdi>,
  })
  const urdu = (key: string, name: string, of: (card: Card) => string): CardField => ({
    key,
    name,
    of,
    show: (card) => <bdi lang="ur">{of(card)}</bdi>,
  })
  return [
    {
      ...urdu('name', t(words.name), ({ nameUr }) => nameUr),
      show: (card) => {
        const name = <VoterName {...card} />
        const { handle } = card
        return handle === null ? name : <StaffLink to={`/register/${district}/voters/${handle}`}>{name}</StaffLink>
      },
    },
    {
      key: 'relation',
      name: t(words.relation),
      of: ({ relation, relationNameUr }) => `${relation} ${relationNameUr}`,
      show: (card) => <VoterRelation {...card} />,
    },
    text('born', t(words.born), ({ dateOfBirth }) => formatDay(language, dateOfBirth)),
    text('gender', t(words.gender), ({ gender }) => t(voterValues[gender])),
    { key: 'cnic', name: t(words.cnic), of: ({ cnic }) => cnic, show: ({ cnic }) => <Code>{cnic}</Code> },
    urdu('address', t(words.address), ({ permanentUr }) => permanentUr),
    text('line', t(words.line), ({ entry }) => (entry === null ? t(words.off) : t(words.at, { ...entry }))),
    text('area', t(words.area), ({ area }) => (area === null ? '' : nameIn(language, area))),
    text('district', t(words.district), (card) => (card.district === null ? '' : nameIn(language, card.district))),
    text('status', t(words.status), ({ status }) => t(voterValues[status])),
  ]
}
