import { actNames, roleNames, StaffLink, useSession, useSpeech, type StaffPage } from '@intikhab/kernel/console'
import { Code, provinceName } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { WitnessNotice } from './audit/witnesses.tsx'
import { menu } from './menu.ts'
import { words } from './words.ts'

/** What a person's offices include: where to go, over which places, and every act by name. */
function Home(): ReactNode {
  const { t } = useSpeech()
  const { grants, acts, may } = useSession()
  return (
    <>
      <h1>{t(words.welcome)}</h1>
      {may('audit.read') ? <WitnessNotice withLink /> : null}
      <ul className="cards">
        {menu
          .filter(({ act, task }) => task !== null && (act === null || may(act)))
          .map(({ to, title, task }) => (
            <li key={to}>
              <h2>
                <StaffLink to={to}>{t(title)}</StaffLink>
              </h2>
              <p>{task === null ? null : t(task)}</p>
            </li>
          ))}
      </ul>
      <h2>{t(words.yourOffices)}</h2>
      <ul>
        {grants.map(({ role, scope }) => (
          <li key={`${role} ${scope.kind} ${'code' in scope ? scope.code : ''}`}>
            {t(roleNames[role])}:{' '}
            {scope.kind === 'national' ? (
              t(words.nation)
            ) : scope.kind === 'province' ? (
              t(provinceName(scope.code))
            ) : (
              <Code>{scope.code}</Code>
            )}
          </li>
        ))}
      </ul>
      <details className="check">
        <summary>{t(words.yourActs)}</summary>
        <ul>
          {acts.map((act) => (
            <li key={act}>
              {act in actNames ? t(actNames[act as keyof typeof actNames]) : null} <Code>{act}</Code>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

export const homePage: StaffPage = { path: '/', act: null, title: words.home, Screen: Home }
