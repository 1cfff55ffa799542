import { DataTable, Loaded, ProblemNotice, StaffLink, useAct, useGet, useSpeech } from '@intikhab/kernel/console'
import { Code, nameIn, Notice } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { PrintOrder } from '../../../server/editions/print-order.ts'
import type { ListedCentre } from '../../../server/editions/stage-routes.ts'
import { DistrictChoice, useMayHere } from '../../staff/district-choice.tsx'
import { CentreForm } from './centre-form.tsx'
import { CentreTable } from './centre-table.tsx'
import { useDelimitations } from './delimitations.ts'
import { editionWords as words } from './words.ts'

/** The display centres of a district: what each has received, how one is entered or changed, and its lists printed. */
export function CentresSection({ rollId }: { rollId: string }): ReactNode {
  return (
    <section>
      <DistrictChoice>{({ code }) => <Centres key={code} rollId={rollId} district={code} />}</DistrictChoice>
    </section>
  )
}

function Centres({ rollId, district }: { rollId: string; district: string }): ReactNode {
  const { language, t } = useSpeech()
  const mayHere = useMayHere(district)
  const [changed, setChanged] = useState<ListedCentre>()
  const print = usePrint(rollId, mayHere('rolls.copies'))
  const nameOf = ({ nameEn, nameUr }: ListedCentre) => nameIn(language, { en: nameEn, ur: nameUr })
  const path = `/api/rolls/${rollId}/display-centres?district=${district}`
  return (
    <>
      <Loaded query={useGet<readonly ListedCentre[]>(path, { everyMs: 10_000 })}>
        {(centres) => (
          <DataTable
            caption={t(words.centres)}
            file="display-centres.csv"
            rows={centres}
            rowKey={({ number }) => String(number)}
            empty={t(words.noCentres)}
            isMarked={({ number }) => number === changed?.number}
            columns={[
              { key: 'number', head: '№', value: ({ number }) => number, numeric: true },
              { key: 'name', head: t(words.centre), value: nameOf, names: true },
              {
                key: 'hours',
                head: t(words.hours),
                value: ({ opensAt, closesAt }) => `${opensAt}–${closesAt}`,
                cell: ({ opensAt, closesAt }) => <Code>{`${opensAt}–${closesAt}`}</Code>,
                wideOnly: true,
              },
              {
                key: 'areas',
                head: t(words.areas),
                value: ({ blocks }) => blocks.length,
                numeric: true,
                wideOnly: true,
              },
              { key: 'received', head: t(words.received), value: ({ received }) => received, numeric: true },
              { key: 'undecided', head: t(words.waiting), value: ({ undecided }) => undecided, numeric: true },
              {
                key: 'state',
                head: t(words.state),
                value: ({ isClosed }) => t(isClosed ? words.closed : words.open),
                cell: (centre) => (
                  <span className="form-buttons">
                    {mayHere('rolls.centres') ? (
                      <Button variant="default" size="compact-sm" onClick={() => setChanged(centre)}>
                        {t(words.change)}
                      </Button>
                    ) : (
                      t(centre.isClosed ? words.closed : words.open)
                    )}
                    {mayHere('rolls.copies') && !centre.isClosed ? (
                      <Button
                        variant="default"
                        size="compact-sm"
                        loading={print.isPending(centre.number)}
                        onClick={() => print.ask(centre.number)}
                      >
                        {t(words.printLists)}
                      </Button>
                    ) : null}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {print.notice}
      {mayHere('rolls.centres') ? (
        <>
          <CentreForm
            key={changed?.number ?? 'new'}
            rollId={rollId}
            district={district}
            before={changed}
            onDone={() => setChanged(undefined)}
          />
          <CentreTable rollId={rollId} district={district} />
        </>
      ) : null}
    </>
  )
}

/** Has the lists of a centre printed, and tells where they come. */
function usePrint(rollId: string, enabled: boolean) {
  const { t } = useSpeech()
  const delimitationId = useDelimitations(enabled)[0]?.id ?? null
  const act = useAct<{ readonly order: PrintOrder & { kind: 'centre' } }, { readonly print: string }>(
    `/api/rolls/${rollId}/prints`,
    { refresh: [['/api/rolls/prints']] },
  )
  const asked = act.variables?.order.centre
  const notice: ReactNode = act.isError ? (
    <ProblemNotice problem={act.error.problem} answers />
  ) : act.isSuccess ? (
    <Notice kind="good" title={t(words.listsAsked, { number: asked ?? 0 })} live>
      <p>
        <StaffLink to="/roll-prints">{t(words.listsWhere)}</StaffLink>
      </p>
    </Notice>
  ) : null
  return {
    notice,
    isPending: (number: number) => act.isPending && asked === number,
    ask: (centre: number) => act.mutate({ order: { kind: 'centre', centre, delimitationId } }),
  }
}
