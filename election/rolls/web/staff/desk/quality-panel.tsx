import { StaffLink, useSpeech, type Refused } from '@intikhab/kernel/console'
import { Count, Facts, Notice } from '@intikhab/kernel/screens'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { suspicionKinds } from '../../../core/quality/suspicion.ts'
import type { SuspicionList } from '../../../server/quality/quality-routes.ts'
import { agoInWords } from './clock.ts'
import { Panel } from './panel.tsx'
import { suspicionNames, words } from './words.ts'

type SuspicionQuery = UseQueryResult<SuspicionList, Refused>

/** How many suspicions of a district nobody has decided. */
export function openSuspicions({ open }: Pick<SuspicionList, 'open'>): number {
  return Object.values(open).reduce((sum, count) => sum + count, 0)
}

/** What is suspected of the roll and waits for a decision, by kind, and when the register was last looked through. */
export function QualityPanel({ query }: { query: SuspicionQuery }): ReactNode {
  const { t } = useSpeech()
  return (
    <Panel title={t(words.quality)} query={query}>
      {(list) => (
        <>
          <Quality list={list} />
          <p className="desk-links">
            <StaffLink to="/quality">{t(words.toQuality)}</StaffLink>
          </p>
        </>
      )}
    </Panel>
  )
}

function Quality({ list }: { list: SuspicionList }): ReactNode {
  const { language, t } = useSpeech()
  const { open, run } = list
  const waiting = suspicionKinds.filter((kind) => (open[kind] ?? 0) > 0)
  return (
    <>
      {waiting.length === 0 ? (
        run === null ? null : (
          <p className="desk-quiet">{t(words.noQuality)}</p>
        )
      ) : (
        <Facts
          facts={waiting.map((kind) => ({
            key: kind,
            name: t(suspicionNames[kind]),
            value: <Count n={open[kind] ?? 0} language={language} />,
          }))}
        />
      )}
      {run?.state === 'failed' ? <Notice kind="problem" title={t(words.lookFailed)} /> : null}
      <p className="desk-quiet">
        {run === null
          ? t(words.neverLooked)
          : run.finishedAt === null
            ? t(words.looking)
            : t(words.lookedThrough, { when: agoInWords(new Date(run.finishedAt), new Date(), language) })}
      </p>
    </>
  )
}
