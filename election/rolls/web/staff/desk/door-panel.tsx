import { StaffLink, useSpeech, type Refused } from '@intikhab/kernel/console'
import { Count, Facts } from '@intikhab/kernel/screens'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DoorDesk } from '../../../server/claims/routes-door.ts'
import { Panel } from './panel.tsx'
import { words } from './words.ts'

/** Everybody of a district who waits for a visit: on a list that has not come back, or on none yet. */
export function toVisit({ lists, waiting }: DoorDesk): number {
  return lists.reduce((sum, { people, returned }) => sum + people - returned, waiting.people)
}

/** How door-to-door verification goes in a district. */
export function DoorPanel({ query }: { query: UseQueryResult<DoorDesk, Refused> }) {
  const { t } = useSpeech()
  return (
    <Panel title={t(words.door)} query={query}>
      {(desk) => <Door desk={desk} />}
    </Panel>
  )
}

function Door({ desk }: { desk: DoorDesk }): ReactNode {
  const { language, t } = useSpeech()
  const { lists, waiting } = desk
  const sum = (key: 'people' | 'returned' | 'carriedOut') => lists.reduce((all, list) => all + list[key], 0)
  const out = lists.filter(({ people, carriedOut }) => carriedOut < people)
  const of = (n: number) => (
    <>
      <Count n={n} language={language} /> / <Count n={sum('people')} language={language} />
    </>
  )
  return (
    <>
      {waiting.areas === 0 ? null : <p>{t(words.doorWaiting, { people: waiting.people, areas: waiting.areas })}</p>}
      {lists.length === 0 ? (
        waiting.areas === 0 ? (
          <p className="desk-quiet">{t(words.noDoor)}</p>
        ) : null
      ) : (
        <Facts
          facts={[
            { key: 'lists', name: t(words.doorLists), value: <Count n={out.length} language={language} /> },
            { key: 'returned', name: t(words.doorReturned), value: of(sum('returned')) },
            { key: 'carried', name: t(words.doorCarriedOut), value: of(sum('carriedOut')) },
          ]}
        />
      )}
      <p className="desk-links">
        <StaffLink to="/door">{t(words.toDoor)}</StaffLink>
      </p>
    </>
  )
}
