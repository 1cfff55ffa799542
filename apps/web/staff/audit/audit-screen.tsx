import { DataTable, Loaded, ProblemNotice, useAct, useGet, useSpeech, type StaffPage } from '@intikhab/kernel/console'
import { Code, Count, Notice, Progress, Tag, When } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { WitnessNotice, WitnessTable } from './witnesses.tsx'
import { words } from './words.ts'

interface Running {
  readonly id: string
  readonly stage: 'entries' | 'registers' | 'report'
  readonly done: number
  readonly total: number
}

interface Ended {
  readonly id: string
  readonly endedAt: string
  readonly size: number
  readonly findings: number
  readonly sha256: string
}

interface Audits {
  readonly running: Running | null
  readonly failed: boolean
  readonly ended: readonly Ended[]
}

/** The auditor's desk: run an audit, see how far it is, take the reports. */
function AuditScreen(): ReactNode {
  const { language, t } = useSpeech()
  const audits = useGet<Audits>('/api/audits', { everyMs: 1000 })
  const run = useAct<Record<string, never>, Running>('/api/audits', { refresh: [['/api/audits']] })
  return (
    <>
      <h1>{t(words.audit)}</h1>
      <p>{t(words.lead)}</p>
      <WitnessNotice />
      <Loaded query={audits}>
        {({ running, failed, ended }) => (
          <>
            {failed ? <Notice kind="problem" title={t(words.failed)} live /> : null}
            {run.isError ? <ProblemNotice problem={run.error.problem} /> : null}
            {running === null ? (
              <Button loading={run.isPending} onClick={() => run.mutate({})}>
                {t(words.run)}
              </Button>
            ) : (
              <output>
                <Progress
                  label={t(words[running.stage])}
                  n={running.done}
                  of={Math.max(1, running.total)}
                  language={language}
                />
              </output>
            )}
            <Reports ended={ended} />
          </>
        )}
      </Loaded>
      <WitnessTable />
    </>
  )
}

function Reports({ ended }: { ended: readonly Ended[] }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <DataTable
      caption={t(words.reports)}
      rows={ended}
      rowKey={({ id }) => id}
      empty={t(words.noReports)}
      columns={[
        {
          key: 'endedAt',
          head: t(words.ended),
          value: ({ endedAt }) => endedAt,
          cell: ({ endedAt }) => <When at={endedAt} language={language} />,
          names: true,
        },
        {
          key: 'outcome',
          head: t(words.outcome),
          value: ({ findings }) => findings,
          cell: ({ findings }) =>
            findings === 0 ? (
              <Tag tone="good">{t(words.sound)}</Tag>
            ) : (
              <Tag tone="bad">{t(words.found, { count: findings })}</Tag>
            ),
        },
        {
          key: 'size',
          head: t(words.size),
          value: ({ size }) => size,
          cell: ({ size }) => <Count n={size} language={language} />,
          numeric: true,
        },
        {
          key: 'take',
          head: t(words.take),
          value: ({ id }) => id,
          cell: ({ id }) => (
            <>
              <a href={`/api/audits/${id}/report.pdf`}>PDF</a> · <a href={`/api/audits/${id}/report.json`}>JSON</a>
            </>
          ),
        },
        {
          key: 'sha256',
          head: t(words.sha256),
          value: ({ sha256 }) => sha256,
          cell: ({ sha256 }) => <Code>{`${sha256.slice(0, 16)}…`}</Code>,
          wideOnly: true,
        },
      ]}
    />
  )
}

/** Whoever may make and read the audit report. */
export const auditPage: StaffPage = { path: '/audit', act: 'audit.read', title: words.audit, Screen: AuditScreen }
