import type { Text } from '@intikhab/kernel/language'
import { Day, Empty, Name } from '@intikhab/kernel/screens'
import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Loaded, useGet } from './asking.tsx'
import { useSpeech } from './language.tsx'
import { StaffLink } from './staff-link.tsx'
import { words } from './words.ts'

/** An election in a list, as `/api/elections` tells it. */
export interface ListedElection {
  readonly id: string
  readonly name: Text
  readonly pollDate: string
}

/** All elections, the latest poll first. */
export function useElections() {
  return useGet<{ readonly elections: readonly ListedElection[] }>('/api/elections')
}

/** Leads to the only election there is, or offers those there are. `to` makes the address of one. */
export function ElectionChoice({ title, to }: { title: Text; to: (id: string) => string }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <Loaded query={useElections()}>
      {({ elections }) => {
        const [first, second] = elections
        if (first !== undefined && second === undefined) return <Navigate to={to(first.id)} replace />
        return (
          <>
            <h1>{t(title)}</h1>
            {first === undefined ? <Empty>{t(words.noElection)}</Empty> : null}
            <ul className="cards">
              {elections.map(({ id, name, pollDate }) => (
                <li key={id}>
                  <h2>
                    <StaffLink to={to(id)}>
                      <Name text={name} language={language} />
                    </StaffLink>
                  </h2>
                  <p>
                    {t(words.poll)} <Day on={pollDate} language={language} />
                  </p>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Loaded>
  )
}
