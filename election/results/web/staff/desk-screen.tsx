import {
  ElectionChoice,
  LiveMark,
  Loaded,
  useEdition,
  useElections,
  useGet,
  useLive,
  useSpeech,
} from '@intikhab/kernel/console'
import { Headlines, When } from '@intikhab/kernel/screens'
import { formatNumber, formatPercent } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import type { Desk } from '../../core/desk.ts'
import type { ResultsSummary } from '../../core/edition.ts'
import type { IntakeStatus } from '../../server/counters.ts'
import { DeskClocks } from './desk-clocks.tsx'
import { DeskSeats } from './desk-seats.tsx'
import { RefusedBundles } from './refused-bundles.tsx'
import { staffWords } from './words.ts'

export function ElectionsScreen(): ReactNode {
  return <ElectionChoice title={staffWords.desk} to={(id) => `/results/${id}`} />
}

const deskEveryMs = 2000

/** What is in, what is refused and what is late, over the seats of the office. Figures of the whole election are live. */
export function DeskScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const id = params['election'] ?? ''
  const { language, t } = useSpeech()
  const name = useElections().data?.elections.find((election) => election.id === id)?.name
  const { state: live, last: status } = useLive<IntakeStatus>(`/api/results/${id}/live`, 'status')
  const desk = useGet<Desk>(`/api/results/${id}/desk`, { everyMs: deskEveryMs })
  const summary = useEdition(
    `results-${id}`,
    ['summary'],
    async (edition) => (await edition?.json<ResultsSummary>('summary.json')) ?? null,
    5000,
  )
  return (
    <>
      <div className="head-line">
        <h1>{name === undefined ? t(staffWords.desk) : t(staffWords.deskOf, { election: t(name) })}</h1>
        <LiveMark state={live} />
      </div>
      {status === undefined ? null : (
        <Headlines
          facts={[
            {
              key: 'received',
              name: t(staffWords.received),
              value: formatNumber(language, status.counts),
              note: (
                <>
                  {t(staffWords.expectedNote, { expected: status.expected })}{' '}
                  <bdi>{formatPercent(language, status.counts, status.expected)}</bdi>
                </>
              ),
            },
            {
              key: 'missing',
              name: t(staffWords.missing),
              value: formatNumber(language, status.expected - status.counts),
            },
            { key: 'accounts', name: t(staffWords.accounts), value: formatNumber(language, status.accounts) },
            {
              key: 'refused',
              name: t(staffWords.refused),
              value: formatNumber(language, status.refused),
              ...(status.lastArrivedAt === null
                ? {}
                : {
                    note: (
                      <>
                        {t(staffWords.lastArrival)} <When at={status.lastArrivedAt} language={language} />
                      </>
                    ),
                  }),
            },
            { key: 'duplicates', name: t(staffWords.duplicates), value: formatNumber(language, status.duplicates) },
          ]}
        />
      )}
      <Loaded query={desk}>
        {(seen) => (
          <>
            <DeskClocks desk={seen} />
            <DeskSeats desk={seen} lines={summary.data?.seats ?? []} />
          </>
        )}
      </Loaded>
      {status === undefined ? null : <RefusedBundles byCode={status.refusedByCode} />}
    </>
  )
}
