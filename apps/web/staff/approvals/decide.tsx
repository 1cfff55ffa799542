import { ProblemNotice, useSpeech } from '@intikhab/kernel/console'
import { Notice } from '@intikhab/kernel/screens'
import { Button, Textarea } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useDecision, type ShownProposal } from './approvals-data.ts'
import { words } from './words.ts'

/**
 * Approve what was read, or return it with a reason. What would happen is asked again all the time; if it changes under
 * the reader's eyes, approving waits until the new one has been read.
 */
export function Decide({ proposal, refresh }: { proposal: ShownProposal; refresh: () => void }): ReactNode {
  const { t } = useSpeech()
  const { id, previewSha256, obstacle } = proposal
  const [read, setRead] = useState(previewSha256)
  const hasChanged = read !== previewSha256
  const approve = useDecision<{ previewSha256: string }>(id, 'approval')
  return (
    <section>
      <h2>{t(words.decide)}</h2>
      <p>{t(words.decideLead)}</p>
      {hasChanged ? (
        <Notice kind="late" title={t(words.changedWhileReading)} live>
          <Button variant="default" onClick={() => setRead(previewSha256)}>
            {t(words.readAgain)}
          </Button>
        </Notice>
      ) : null}
      {approve.isError ? <ProblemNotice problem={approve.error.problem} answers /> : null}
      <div className="form-buttons">
        <Button
          loading={approve.isPending}
          disabled={hasChanged || obstacle !== null}
          onClick={() => approve.mutate({ previewSha256: read }, { onError: refresh })}
        >
          {t(words.approve)}
        </Button>
      </div>
      <GiveBack id={id} />
    </section>
  )
}

function GiveBack({ id }: { id: string }): ReactNode {
  const { t } = useSpeech()
  const [reason, setReason] = useState('')
  const act = useDecision<{ reason: string }>(id, 'return')
  const send = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ reason })
  }
  return (
    <form className="staff-form" onSubmit={send}>
      <Textarea
        label={t(words.returnReason)}
        description={t(words.returnHint)}
        required
        withAsterisk={false}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <Button type="submit" variant="default" loading={act.isPending}>
        {t(words.returnIt)}
      </Button>
    </form>
  )
}

/** Takes one's own proposal back. */
export function Withdraw({ id }: { id: string }): ReactNode {
  const { t } = useSpeech()
  const act = useDecision<Record<string, never>>(id, 'withdrawal')
  return (
    <>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <p>
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate({})}>
          {t(words.withdraw)}
        </Button>
      </p>
    </>
  )
}
