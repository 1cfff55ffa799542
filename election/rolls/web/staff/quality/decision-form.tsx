import { getJson, ProblemNotice, useAct, useGo, useSpeech } from '@intikhab/kernel/console'
import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { SuspicionDecision } from '../../../core/quality/decision.ts'
import type { SuspicionAnswer, SuspicionList } from '../../../server/quality/quality-routes.ts'
import { listPath } from './quality-screen.tsx'
import { words } from './words.ts'

interface Decided {
  readonly decision: SuspicionDecision
  readonly voters: readonly string[]
  readonly reason: string
}

/** The decision, all by keyboard: arrows choose, Ctrl and Enter signs, and the next suspicion of the kind comes up. */
export function DecisionForm(props: { suspicion: SuspicionAnswer; district: string; path: string }): ReactNode {
  const { suspicion, district, path } = props
  const { t } = useSpeech()
  const go = useGo()
  const form = useRef<HTMLFormElement>(null)
  const open = listPath(district, 'open', suspicion.kind)
  const act = useAct<Decided, unknown>(`${path}/decision`, {
    refresh: [[path], [open], [listPath(district, 'open', '')]],
  })
  const [decision, setDecision] = useState<SuspicionDecision>()
  const [voters, setVoters] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const own = suspicion.cards.filter(({ handle, entry }) => handle !== null && entry !== null)
  const isReady = decision !== undefined && reason.trim().length >= 3 && (decision !== 'objected' || voters.length > 0)

  async function goOn(): Promise<void> {
    const next = await getJson<SuspicionList>(open).catch(() => undefined)
    const first = next?.suspicions.find(({ id }) => id !== suspicion.id)
    go(first === undefined ? '/quality' : `/quality/${district}/${first.id}`)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (decision === undefined || !isReady) return
    const against = decision === 'objected' ? voters : []
    act.mutate({ decision, voters: against, reason: reason.trim() }, { onSuccess: () => void goOn() })
  }
  const signByKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl and Enter from any field of the form
    <form className="staff-form" ref={form} onSubmit={send} onKeyDown={signByKeys}>
      <h2>{t(words.decide)}</h2>
      <Radio.Group
        aria-label={t(words.decide)}
        value={decision ?? ''}
        onChange={(value) => setDecision(suspicion.mayDecide.find((one) => one === value))}
      >
        {suspicion.mayDecide.map((one) => (
          <Radio key={one} value={one} label={t(words[one])} description={t(words[`${one}-hint`])} />
        ))}
      </Radio.Group>
      {decision === 'objected' ? (
        <Checkbox.Group
          label={t(words.against)}
          {...(own.length < suspicion.cards.length ? { description: t(words.elsewhere) } : {})}
          value={voters}
          onChange={setVoters}
        >
          {own.map(({ handle, nameUr, cnic }) => (
            <Checkbox
              key={handle}
              value={handle ?? ''}
              label={
                <>
                  <bdi lang="ur">{nameUr}</bdi> <bdi>{cnic}</bdi>
                </>
              }
            />
          ))}
        </Checkbox.Group>
      ) : null}
      <Textarea
        label={t(words.reason)}
        description={t(words.reasonHint)}
        required
        minLength={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <Button type="submit" disabled={!isReady} loading={act.isPending}>
        {t(words.sign)}
      </Button>
    </form>
  )
}
