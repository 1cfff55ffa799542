import {
  DataTable,
  Loaded,
  ProblemNotice,
  StaffLink,
  useAct,
  useGet,
  useGo,
  useSpeech,
  type DataColumn,
} from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { Code, Empty, nameIn, Table, When } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { claimWords } from '../../../core/claims/words.ts'
import type { DoorDesk } from '../../../server/claims/routes-door.ts'
import { DistrictChoice, useMayHere } from '../district-choice.tsx'
import { doorWords as words } from './words.ts'

/** Verification at the door: the lists that are out, and who waits, by area. */
export function DoorScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.doors)}</h1>
      <p>{t(words.lead)}</p>
      <DistrictChoice>{({ code }) => <Doors key={code} district={code} />}</DistrictChoice>
    </>
  )
}

function Doors({ district }: { district: string }): ReactNode {
  return (
    <Loaded query={useGet<DoorDesk>(addressOf(district), { everyMs: 10_000 })}>
      {({ lists, waiting }) => (
        <>
          <ListsOut lists={lists} district={district} />
          <Waiting waiting={waiting} district={district} />
        </>
      )}
    </Loaded>
  )
}

const addressOf = (district: string) => `/api/rolls/districts/${district}/door-lists`

function Waiting({ waiting, district }: { waiting: DoorDesk['waiting']; district: string }): ReactNode {
  const { language, t } = useSpeech()
  const go = useGo()
  const path = addressOf(district)
  const may = useMayHere(district)('rolls.verify')
  const act = useAct<{ readonly block: string }, { readonly id: number }>(path, { refresh: [[path]] })
  const make = (block: string) => act.mutate({ block }, { onSuccess: ({ id }) => go(`/door/${district}/${id}`) })
  const columns: DataColumn<DoorDesk['waiting']['first'][number]>[] = [
    {
      key: 'area',
      head: t(claimWords.area),
      names: true,
      value: ({ block, nameEn, nameUr }) => `${block} ${nameIn(language, { en: nameEn, ur: nameUr })}`,
      cell: ({ block, nameEn, nameUr }) => (
        <>
          <Code>{block}</Code> <bdi>{nameIn(language, { en: nameEn, ur: nameUr })}</bdi>
        </>
      ),
    },
    { key: 'people', head: t(words.people), numeric: true, value: ({ people }) => people },
  ]
  if (may)
    columns.push({
      key: 'make',
      head: t(words.make),
      value: () => null,
      cell: ({ block }) => (
        <Button variant="default" loading={act.isPending} onClick={() => make(block)}>
          {t(words.make)}
        </Button>
      ),
    })
  return (
    <section>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      {waiting.first.length < waiting.areas ? (
        <p>{t(words.shownAreas, { shown: waiting.first.length, areas: waiting.areas, people: waiting.people })}</p>
      ) : null}
      <DataTable
        caption={t(words.waiting)}
        rows={waiting.first}
        rowKey={({ block }) => block}
        columns={columns}
        empty={t(words.nobody)}
      />
    </section>
  )
}

function ListsOut({ lists, district }: { lists: DoorDesk['lists']; district: string }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <section>
      <h2>{t(words.lists)}</h2>
      {lists.length === 0 ? (
        <Empty>{t(words.noLists)}</Empty>
      ) : (
        <Table
          caption={t(words.lists)}
          hideCaption
          language={language}
          rows={lists}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'list',
              head: t(claimWords.list),
              names: true,
              cell: ({ id, block }) => (
                <>
                  <StaffLink to={`/door/${district}/${id}`}>{t(words.listNumber, { number: String(id) })}</StaffLink>{' '}
                  <Code>{block}</Code>
                </>
              ),
            },
            {
              key: 'made',
              head: t(words.made),
              wideOnly: true,
              cell: ({ madeAt }) => <When at={madeAt} language={language} />,
            },
            {
              key: 'people',
              head: t(words.people),
              numeric: true,
              cell: ({ people }) => formatNumber(language, people),
            },
            {
              key: 'returned',
              head: t(words.returned),
              numeric: true,
              cell: ({ returned }) => formatNumber(language, returned),
            },
            {
              key: 'done',
              head: t(words.carriedOut),
              numeric: true,
              cell: ({ carriedOut }) => formatNumber(language, carriedOut),
            },
          ]}
        />
      )}
    </section>
  )
}
