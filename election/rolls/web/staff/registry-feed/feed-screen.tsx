import { Loaded, StaffLink, useGet, useSession, useSpeech } from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { Count, Empty, Facts, Legend, Notice, Table, Tag, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { noOutcomes, outcomes } from '../../../core/registry-feed/reasons.ts'
import type { FeedState, ListedBatch } from '../../../server/registry-feed/feed-state.ts'
import { HandIn } from './hand-in.tsx'
import { OutcomesBar, useParts } from './outcomes-bar.tsx'
import { words } from './words.ts'

export const tones = { waiting: 'warn', applied: 'good', refused: 'bad' } as const
export const stateWords = { waiting: words.waiting, applied: words.applied, refused: words.refusedBatch } as const

/** The feed of the civil registry: where it stands, what stops it, and the newest batches. */
export function FeedScreen(): ReactNode {
  const { t } = useSpeech()
  const { may } = useSession()
  return (
    <>
      <h1>{t(words.feed)}</h1>
      <p>{t(words.lead)}</p>
      <Loaded query={useGet<FeedState>('/api/rolls/registry-feed', { everyMs: 5000 })}>
        {(state) => <Feed state={state} />}
      </Loaded>
      {may('rolls.feed') ? <HandIn /> : null}
    </>
  )
}

function Feed({ state }: { state: FeedState }): ReactNode {
  const { language, t } = useSpeech()
  const { last, sendFrom, missing, frozenSince, held, tooYoung, batches } = state
  const count = (n: number) => <Count n={n} language={language} />
  return (
    <>
      {missing.length === 0 ? null : (
        <Notice kind="problem" title={t(words.gap)}>
          <p>{t(words.gapLead)}</p>
          <ul>
            {missing.map(({ from, to }) => (
              <li key={from}>{t(words.range, { from, to })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {frozenSince === null ? null : (
        <Notice kind="late" title={t(words.frozen)}>
          <p>
            {t(words.since)} <When at={frozenSince} language={language} />
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          { key: 'last', name: t(words.last), value: last === 0 ? t(words.none) : count(last) },
          { key: 'from', name: t(words.sendFrom), value: count(sendFrom) },
          { key: 'held', name: t(words.held), value: count(held) },
          { key: 'young', name: t(words.tooYoung), value: count(tooYoung) },
        ]}
      />
      <h2>{t(words.batches)}</h2>
      {batches.length === 0 ? <Empty>{t(words.noBatch)}</Empty> : <Batches batches={batches} />}
    </>
  )
}

function Batches({ batches }: { batches: readonly ListedBatch[] }): ReactNode {
  const { language, t } = useSpeech()
  const parts = useParts(together(batches))
  return (
    <>
      {parts.length === 0 ? null : (
        <>
          <p className="caption">{t(words.together)}</p>
          <Legend parts={parts} language={language} />
        </>
      )}
      <Table
        caption={t(words.batches)}
        hideCaption
        language={language}
        rows={batches}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            key: 'batch',
            head: t(words.batch),
            names: true,
            cell: ({ id }) => <StaffLink to={`/registry-feed/batches/${id}`}>{t(words.batchNumber, { id })}</StaffLink>,
          },
          { key: 'numbers', head: t(words.numbers), cell: ({ from, to }) => t(words.range, { from, to }) },
          {
            key: 'arrived',
            head: t(words.arrived),
            wideOnly: true,
            cell: ({ arrivedAt }) => <When at={arrivedAt} language={language} />,
          },
          {
            key: 'state',
            head: t(words.state),
            cell: ({ state }) => <Tag tone={tones[state]}>{t(stateWords[state])}</Tag>,
          },
          {
            key: 'report',
            head: t(words.report),
            wideOnly: true,
            cell: (batch) => <OutcomesBar batch={batch} />,
          },
          {
            key: 'records',
            head: t(words.records),
            numeric: true,
            cell: ({ records }) => formatNumber(language, records),
          },
        ]}
      />
    </>
  )
}

/** What all these batches ended as. */
function together(batches: readonly ListedBatch[]): Pick<ListedBatch, 'counts' | 'skipped'> {
  const counts: Record<keyof ListedBatch['counts'], number> = { ...noOutcomes }
  for (const batch of batches) for (const outcome of outcomes) counts[outcome] += batch.counts[outcome]
  return { counts, skipped: batches.reduce((sum, { skipped }) => sum + skipped, 0) }
}
