import {
  ProblemNotice,
  Refused,
  StaffLink,
  upload,
  useAct,
  useSpeech,
  type ArrivedProblem,
} from '@intikhab/kernel/console'
import { formatDay } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import { Button, FileInput, NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { claimPurposes, type ClaimPurpose } from '../../../core/claims/claim-content.ts'
import type { PublicClock } from '../../../core/claims/clocks.ts'
import { claimOfForm, type TypedForm } from '../../../core/claims/web-form.ts'
import { claimWords } from '../../../core/claims/words.ts'
import { DocketAndPin } from '../../claims/docket-and-pin.tsx'
import { StaffForm } from '../staff-form.tsx'
import { addressOf, claimsOf } from './claim-step.ts'
import { LodgeFields } from './lodge-fields.tsx'
import { words } from './words.ts'

interface Taken extends PublicClock {
  readonly docket: string
  readonly district: string
  readonly pin: string
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
  const path = claimsOf(district)
  const act = useAct<unknown, Taken>(path, { refresh: [[path]] })
  if (act.isSuccess) return <TakenNotice taken={act.data} files={files} onAnother={onAnother} />
  return (
    <StaffForm act={act} button={t(words.takeIn)} onSend={() => act.mutate(claimOfForm(purpose, typed))}>
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
    </StaffForm>
  )
}

function TakenNotice(props: { taken: Taken; files: readonly File[]; onAnother: () => void }): ReactNode {
  const { taken, files, onAnother } = props
  const { docket, district, pin, dueOn, isFrozen, mayBeLater } = taken
  const { language, t } = useSpeech()
  const at = addressOf(taken)
  const due = dueOn === null ? t(claimWords.afterResults) : formatDay(language, dueOn)
  const [waiting, setWaiting] = useState(files)
  const [problem, setProblem] = useState<ArrivedProblem>()
  /** What was taken stays taken: a paper that was refused, and those after it, can be sent again. */
  const sendPapers = async () => {
    setProblem(undefined)
    try {
      for (const [sent, file] of waiting.entries()) {
        await upload(`${at}/evidence`, { bytes: file, mediaType: file.type }, () => undefined)
        setWaiting(waiting.slice(sent + 1))
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
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
      <DocketAndPin docket={docket} pin={pin} language={language} />
      <p>{t(words.pinOnce)}</p>
      <p>{isFrozen ? t(claimWords.frozen) : `${t(claimWords.dueOn)}: ${due}`}</p>
      {mayBeLater ? <p>{t(claimWords.mayBeLater)}</p> : null}
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
