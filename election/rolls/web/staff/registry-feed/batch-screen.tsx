import { Loaded, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { Code, Facts, Legend, Notice, nameIn, Table, Tag, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { BatchReport } from '../../../server/registry-feed/batch-report.ts'
import { stateWords, tones } from './feed-screen.tsx'
import { OutcomesBar, useParts } from './outcomes-bar.tsx'
import { words } from './words.ts'

/** One batch: where it came from, how its records ended, and why. */
export function BatchScreen({ params }: { readonly params: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useSpeech()
  const id = Number(params['batch'])
  return (
    <>
      <p>
        <StaffLink to="/registry-feed">{t(words.feed)}</StaffLink>
      </p>
      <h1>{t(words.batchNumber, { id })}</h1>
      <Loaded query={useGet<BatchReport>(`/api/rolls/registry-feed/batches/${id}/report`, { everyMs: 5000 })}>
        {(report) => <Report report={report} />}
      </Loaded>
    </>
  )
}

function Report({ report: { batch, reasons } }: { report: BatchReport }): ReactNode {
  const { language, t } = useSpeech()
  const { id, from, to, records, state, contradictions, madeAt, arrivedAt, finishedAt, road, key, sha256 } = batch
  const parts = useParts(batch)
  const done = parts.reduce((sum, { n }) => sum + n, 0)
  return (
    <>
      {state === 'refused' ? (
        <Notice kind="problem" title={t(words.contradicts)}>
          <p>{contradictions.map((number) => formatNumber(language, number)).join('، ')}</p>
          <p>{t(words.contradictsLead)}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { key: 'state', name: t(words.state), value: <Tag tone={tones[state]}>{t(stateWords[state])}</Tag> },
          {
            key: 'numbers',
            name: t(words.numbers),
            value: t(words.range, { from, to }),
            note: t(words.recordsAll, { records }),
          },
          {
            key: 'arrived',
            name: t(words.arrived),
            value: <When at={arrivedAt} language={language} />,
            note: t(words[`road-${road}`]),
          },
          { key: 'made', name: t(words.madeAt), value: <When at={madeAt} language={language} /> },
          ...(finishedAt === null || state === 'refused'
            ? []
            : [{ key: 'finished', name: t(words.finished), value: <When at={finishedAt} language={language} /> }]),
          { key: 'key', name: t(words.key), value: <Code>{key}</Code> },
          { key: 'sha256', name: 'SHA-256', value: <Code>{`${sha256.slice(0, 16)}…`}</Code> },
        ]}
      />
      {parts.length === 0 ? null : (
        <>
          <h2>{t(words.report)}</h2>
          <OutcomesBar batch={batch} />
          <Legend parts={parts} language={language} />
          <p className="caption">
            {done === records ? t(words.closes, { records }) : t(words.soFar, { done, records })}
          </p>
        </>
      )}
      {reasons.length === 0 ? null : (
        <>
          <h2>{t(words.reasons)}</h2>
          <Table
            caption={t(words.reasons)}
            hideCaption
            language={language}
            rows={reasons}
            rowKey={({ reason }) => reason}
            columns={[
              { key: 'reason', head: t(words.reason), names: true, cell: (row) => nameIn(language, row) },
              { key: 'ending', head: t(words.ending), cell: ({ outcome }) => t(words[outcome]), total: t(words.total) },
              {
                key: 'records',
                head: t(words.records),
                numeric: true,
                cell: ({ records: n }) => formatNumber(language, n),
                total: formatNumber(
                  language,
                  reasons.reduce((sum, row) => sum + row.records, 0),
                ),
              },
            ]}
          />
          {batch.counts.refused === 0 ? null : (
            <p>
              <a href={`/api/rolls/registry-feed/batches/${id}/refused.csv`}>{t(words.refusedTable)}</a>
            </p>
          )}
          {batch.counts['to-verify'] === 0 ? null : (
            <p>
              <a href={`/api/rolls/registry-feed/batches/${id}/to-verify.csv`}>{t(words.toVerifyTable)}</a>
            </p>
          )}
        </>
      )}
    </>
  )
}
