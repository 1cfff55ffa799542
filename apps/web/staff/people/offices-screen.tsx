import { Loaded, StaffLink, useSpeech } from '@intikhab/kernel/console'
import { Empty, Name } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { ElectionOf } from './parts.tsx'
import { useOffices, type ListedOffice } from './people-data.ts'
import { words } from './words.ts'

/** The offices that are open, each below the one above it. */
export function OfficesScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <p>
        <StaffLink to="/people">{t(words.toPeople)}</StaffLink>
      </p>
      <h1>{t(words.offices)}</h1>
      <p>{t(words.officesLead)}</p>
      <Loaded query={useOffices()}>
        {({ offices }) => {
          const below = Map.groupBy(offices, ({ parent }) => parent ?? '')
          const top = below.get('') ?? []
          return top.length === 0 ? (
            <Empty>{t(words.noOffices)}</Empty>
          ) : (
            <Below offices={top} below={below} depth={offices.length < fewOffices ? openDepth - deepest : 0} />
          )
        }}
      </Loaded>
    </>
  )
}

type Tree = ReadonlyMap<string, readonly ListedOffice[]>

/** Districts and seats are many: what lies deep opens on demand, unless the whole tree is small. */
const [openDepth, deepest, fewOffices] = [4, 7, 60]

function Below(props: { offices: readonly ListedOffice[]; below: Tree; depth: number }): ReactNode {
  const { offices, below, depth } = props
  return (
    <ul className="office-tree">
      {offices.map((office) => {
        const next = below.get(office.id) ?? []
        return (
          <li key={office.id}>
            {next.length === 0 ? (
              <OfficeName office={office} />
            ) : (
              <details open={depth < openDepth}>
                <summary>
                  <OfficeName office={office} />
                </summary>
                <Below offices={next} below={below} depth={depth + 1} />
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function OfficeName({ office: { name, scope } }: { office: ListedOffice }): ReactNode {
  const { language } = useSpeech()
  return (
    <>
      <Name text={name} language={language} />
      {scope.electionId === undefined ? null : (
        <>
          {' '}
          <span className="caption">
            <ElectionOf id={scope.electionId} />
          </span>
        </>
      )}
    </>
  )
}
