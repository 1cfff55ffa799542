import {
  DataTable,
  LiveMark,
  Loaded,
  ProblemNotice,
  ProposedNotice,
  useAct,
  useEdition,
  useEditions,
  useElections,
  useLive,
  useSession,
  useSpeech,
  type ListedElection,
  type ProposedAct,
  type StaffPage,
} from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Code, Count, Empty, Facts, Name, Notice, When } from '@intikhab/kernel/screens'
import type { ResultsSummary } from '@intikhab/results'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { PublishSeries } from './publish-series.tsx'
import { words } from './words.ts'

function Publish(): ReactNode {
  const { t } = useSpeech()
  const { may } = useSession()
  return (
    <>
      <h1>{t(words.publish)}</h1>
      <p>{t(words.publishLead)}</p>
      {may('publish.edition') ? null : <Notice title={t(words.mayNotPublish)} />}
      <Loaded query={useElections()}>
        {({ elections }) => (
          <>
            {elections.length === 0 ? <Empty>{t(words.noElection)}</Empty> : null}
            {elections.map((election) => (
              <ResultsPublishing key={election.id} election={election} />
            ))}
          </>
        )}
      </Loaded>
      {may('publish.edition') ? <PublishSeries /> : null}
      <Published />
    </>
  )
}

/** One election's results: what came in since the last edition, and publishing it now. */
function ResultsPublishing({ election }: { election: ListedElection }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  const series = `results-${election.id}`
  const { state, last: status } = useLive<{ counts: number }>(`/api/results/${election.id}/live`, 'status')
  const last = useEdition(
    series,
    ['publishing'],
    async (edition) =>
      edition === null
        ? null
        : {
            number: edition.number,
            summary: await edition.json<ResultsSummary>('summary.json'),
          },
    3000,
  )
  const made = useEditions().data?.series.find((each) => each.series === series)?.madeAt
  const publish = useAct<Record<string, never>, ProposedAct>(`/api/results/${election.id}/publish`, {
    refresh: [['/api/approvals']],
  })
  return (
    <section>
      <div className="head-line">
        <h2>
          <Name text={election.name} language={language} />
        </h2>
        <LiveMark state={state} />
      </div>
      <Loaded query={last}>
        {(edition) => {
          const published = edition?.summary?.counters.received ?? 0
          const counts = status?.counts ?? published
          return (
            <Facts
              facts={[
                {
                  key: 'last',
                  name: t(words.lastEdition),
                  value:
                    edition === null ? (
                      t(words.never)
                    ) : (
                      <>
                        {t(words.editionMade, { number: edition.number })}
                        {made === undefined ? null : (
                          <>
                            {' · '}
                            <When at={made} language={language} />
                          </>
                        )}
                      </>
                    ),
                },
                { key: 'in', name: t(words.formsIn), value: <Count n={counts} language={language} /> },
                { key: 'published', name: t(words.formsPublished), value: <Count n={published} language={language} /> },
                {
                  key: 'waiting',
                  name: t(words.formsWaiting),
                  value: <Count n={Math.max(0, counts - published)} language={language} />,
                },
              ]}
            />
          )
        }}
      </Loaded>
      {publish.isError ? <ProblemNotice problem={publish.error.problem} answers /> : null}
      {publish.isSuccess ? <ProposedNotice proposed={publish.data} /> : null}
      {may('publish.edition') ? (
        <Button loading={publish.isPending} onClick={() => publish.mutate({})}>
          {t(words.publishNow)}
        </Button>
      ) : null}
    </section>
  )
}

/** Every public series there is, with its newest edition. */
function Published(): ReactNode {
  const { language, t } = useSpeech()
  return (
    <Loaded query={useEditions()}>
      {({ series: rows }) => (
        <DataTable
          caption={t(words.editions)}
          rows={rows}
          rowKey={({ series }) => series}
          file="editions.csv"
          columns={[
            {
              key: 'series',
              head: t(words.series),
              value: ({ series }) => series,
              cell: ({ series, number }) => <SeriesName series={series} number={number} />,
              names: true,
            },
            { key: 'number', head: t(words.edition), value: ({ number }) => number, numeric: true },
            {
              key: 'madeAt',
              head: t(words.made),
              value: ({ madeAt }) => madeAt,
              cell: ({ madeAt }) => <When at={madeAt} language={language} />,
            },
            { key: 'files', head: t(words.files), value: ({ files }) => files, numeric: true, wideOnly: true },
            {
              key: 'sha256',
              head: t(words.fingerprint),
              value: ({ sha256 }) => sha256,
              cell: ({ sha256 }) => <Code>{`${sha256.slice(0, 16)}…`}</Code>,
              wideOnly: true,
            },
          ]}
        />
      )}
    </Loaded>
  )
}

const seriesNames: Readonly<Record<string, Text>> = {
  election: words.kindElection,
  scheme: words.kindScheme,
  map: words.kindMap,
  rolls: words.kindRoll,
  enquiry: words.kindEnquiry,
  results: words.kindResults,
}

/** A series in words, with its identifier below. */
function SeriesName({ series, number }: { series: string; number: number }): ReactNode {
  const { t } = useSpeech()
  const name = seriesNames[series.split('-')[0] ?? '']
  const address = `/editions/${series}/${number}/manifest.json`
  if (name === undefined)
    return (
      <a href={address}>
        <Code>{series}</Code>
      </a>
    )
  return (
    <>
      <a href={address}>{t(name)}</a>
      <br />
      <span className="caption">
        <Code>{series}</Code>
      </span>
    </>
  )
}

export const publishPage: StaffPage = {
  path: '/publishing',
  act: null,
  title: words.publish,
  Screen: Publish,
}
