import { ProblemNotice, useAct, useSession, useSpeech } from '@intikhab/kernel/console'
import { formatInstant, formatPercent } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SuspicionList } from '../../../server/quality/quality-routes.ts'
import { words } from './words.ts'

/** When the register was looked through, how far a look is, and for whoever answers for the whole country: to begin one. */
export function RunNotice({ run, path }: { run: SuspicionList['run']; path: string }): ReactNode {
  const { language, t } = useSpeech()
  const isNational = useSession().grants.some(({ scope }) => scope.kind === 'national')
  const act = useAct<null, { readonly runId: number }>('/api/rolls/quality-runs', { refresh: [[path]] })
  const isBusy = run?.state === 'waiting' || run?.state === 'running'
  const sentence =
    run === null
      ? t(words.never)
      : run.state === 'done' && run.finishedAt !== null
        ? t(words.done, { cards: run.cards ?? 0, at: formatInstant(language, new Date(run.finishedAt)) })
        : run.state === 'running'
          ? t(words.running, { part: formatPercent(language, Math.floor(100 * run.progress), 100, 0) })
          : t(run.state === 'waiting' ? words.waiting : words.failed)
  return (
    <>
      <Notice {...(run?.state === 'failed' ? { kind: 'problem' as const } : {})} title={sentence} />
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      {isNational && !isBusy ? (
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate(null)}>
          {t(words.again)}
        </Button>
      ) : null}
    </>
  )
}
