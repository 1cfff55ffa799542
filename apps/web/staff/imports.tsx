import { ImportScreen, Loaded, StaffLink, useElections, useSpeech, type StaffPage } from '@intikhab/kernel/console'
import type { ReactNode } from 'react'
import { importKinds } from './import-kinds.ts'
import { words } from './words.ts'

function ImportList(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.imports)}</h1>
      <p>{t(words.importsLead)}</p>
      <ul className="cards">
        {importKinds.map(({ id, title, what }) => (
          <li key={id}>
            <h2>
              <StaffLink to={`/imports/${id}`}>{t(title)}</StaffLink>
            </h2>
            <p>{t(what)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function OneImport({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useSpeech()
  const elections = useElections()
  const kind = importKinds.find(({ id }) => id === params['kind'])
  if (kind === undefined) return <h1>{t(words.notFound)}</h1>
  return (
    <>
      <nav className="breadcrumbs" aria-label={t(words.imports)}>
        <ol>
          <li>
            <StaffLink to="/imports">{t(words.imports)}</StaffLink>
          </li>
        </ol>
      </nav>
      <h1>{t(kind.title)}</h1>
      <p>{t(kind.what)}</p>
      <Loaded query={elections}>
        {({ elections: [newest] }) => <ImportScreen kind={kind} election={newest?.id ?? ''} />}
      </Loaded>
    </>
  )
}

export const importPages: readonly StaffPage[] = [
  { path: '/imports', act: 'import.run', title: words.imports, Screen: ImportList },
  { path: '/imports/$kind', act: 'import.run', title: words.imports, Screen: OneImport },
]
