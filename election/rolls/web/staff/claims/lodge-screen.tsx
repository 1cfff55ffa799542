import { ProblemNotice, StaffLink, useAct, useSpeech, type ArrivedProblem } from '@intikhab/kernel/console'
import { formatDay } from '@intikhab/kernel/language'
import { Code, Notice } from '@intikhab/kernel/screens'
import { Button, FileInput, NativeSelect } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { claimPurposes, type ClaimPurpose } from '../../../core/claims/claim-content.ts'
import { claimOfForm, type TypedForm } from '../../../core/claims/web-form.ts'
import { claimWords } from '../../../core/claims/words.ts'
import { LodgeFields } from './lodge-fields.tsx'
import { words } from './words.ts'

interface Taken {
  readonly docket: string
  readonly district: string
  readonly pin: string
  readonly dueOn: string
  readonly isFrozen: boolean
}

/** The counter: a form is taken in for somebody who stands there, and the receipt handed over. */
export function LodgeScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { district = '' } = params
  const { t } = useSpeech()
  const [round, setRound] = useState(0)
  return (
    <>
      <h1>{t(words.lodge)}</h1>
      <p>{t(words.lodgeLead)}</p>
      <Counter key={round} district={district} onAnother={() => setRound(round + 1)} />
    </>
  )
}

function Counter({ district, onAnother }: { district: string; onAnother: () => void }): ReactNode {
  const { t } = useSpeech()
  const [purpose, setPurpose] = useState<ClaimPurpose>('registration')
  const [typed, setTyped] = useState<TypedForm>({})
  const [files, setFiles] = useState<File[]>([])
  const act = useAct<unknown, Taken>(`/api/rolls/districts/${district}/claims`, {
    refresh: [[`/api/rolls/districts/${district}/claims`]],
  })
  if (act.isSuccess) return <TakenNotice taken={act.data} files={files} onAnother={onAnother} />
  const send = (event: FormEvent) => {
    event.preventDefault()
    act.mutate(claimOfForm(purpose, typed))
  }
  return (
    <form className="staff-form" onSubmit={send}>
      <NativeSelect
        label={t(words.purpose)}
        value={purpose}
        onChange={(event) =>
          setPurpose(claimPurposes.find((one) => one === event.currentTarget.value) ?? 'registration')
        }
        data={claimPurposes.map((one) => ({ value: one, label: t(claimWords[one]) }))}
      />
      <LodgeFields key={purpose} purpose={purpose} typed={typed} onChange={setTyped} />
      <FileInput
        label={t(words.addPapers)}
        multiple
        clearable
        accept="image/jpeg,image/png,image/webp,application/pdf"
        value={files}
        onChange={setFiles}
      />
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <Button type="submit" loading={act.isPending}>
        {t(words.takeIn)}
      </Button>
    </form>
  )
}

const unreachable: ArrivedProblem = {
  title: 'The server cannot be reached. Nothing is lost; try again.',
  titleUr: 'سرور سے رابطہ نہیں ہو سکا۔ کچھ ضائع نہیں ہوا؛ دوبارہ کوشش کریں۔',
  status: 0,
  code: 'console.unreachable',
}

function TakenNotice(props: { taken: Taken; files: readonly File[]; onAnother: () => void }): ReactNode {
  const { taken, files, onAnother } = props
  const { docket, district, pin, dueOn, isFrozen } = taken
  const { language, t } = useSpeech()
  const at = `/api/rolls/districts/${district}/claims/${docket}`
  const [waiting, setWaiting] = useState(files)
  const [problem, setProblem] = useState<ArrivedProblem>()
  /** What was taken stays taken: a paper that was refused, and those after it, can be sent again. */
  const sendPapers = async () => {
    setProblem(undefined)
    for (const [sent, file] of waiting.entries()) {
      const headers = { 'content-type': file.type }
      const answer = await fetch(`${at}/evidence`, { method: 'POST', headers, body: file }).catch(() => undefined)
      setWaiting(waiting.slice(answer?.ok === true ? sent + 1 : sent))
      if (answer?.ok !== true)
        return setProblem(answer === undefined ? unreachable : ((await answer.json()) as ArrivedProblem))
    }
  }
  const print = async () => {
    const answer = await fetch(`${at}/receipt`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pin, language }),
    })
    if (answer.ok) window.open(URL.createObjectURL(await answer.blob()), '_blank')
    else setProblem((await answer.json()) as ArrivedProblem)
  }
  return (
    <Notice kind="good" title={t(words.taken)} live>
      <dl className="docket">
        <div>
          <dt>{t(words.docket)}</dt>
          <dd>
            <Code>{docket}</Code>
          </dd>
        </div>
        <div>
          <dt>{t(words.pin)}</dt>
          <dd>
            <Code>{`${pin.slice(0, 4)}-${pin.slice(4)}`}</Code>
          </dd>
        </div>
      </dl>
      <p>{t(words.pinOnce)}</p>
      <p>{isFrozen ? t(claimWords.frozen) : `${t(claimWords.dueOn)}: ${formatDay(language, dueOn)}`}</p>
      {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
      <p className="claim-prints">
        <Button onClick={() => void print()}>{t(words.printReceipt)}</Button>
        {waiting.length === 0 ? null : (
          <Button variant="default" onClick={() => void sendPapers()}>
            {t(words.sendPapers, { n: waiting.length })}
          </Button>
        )}
        <StaffLink to={`/claims/${district}/${docket}`}>{t(words.openClaim)}</StaffLink>
        <Button variant="default" onClick={onAnother}>
          {t(words.another)}
        </Button>
      </p>
    </Notice>
  )
}
