import { useAct, useSession, useSpeech } from '@intikhab/kernel/console'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { actsFor, type OfficeAct } from '../../../core/register/office-act.ts'
import type { Voter } from '../../../core/register/voter.ts'
import { StaffForm } from '../staff-form.tsx'
import { words } from './words.ts'

/** What the registration officer does about the entry upon a paper; nothing for whoever may not, or where nothing can be done. */
export function ActForm({ path, status }: { path: string; status: Voter['status'] }): ReactNode {
  const { may } = useSession()
  const acts = actsFor(status)
  return acts.length === 0 || !may('rolls.decide') ? null : <Form key={status} path={path} acts={acts} />
}

function Form({ path, acts }: { path: string; acts: readonly OfficeAct[] }): ReactNode {
  const { t } = useSpeech()
  const [chosen, setChosen] = useState<OfficeAct>(acts[0] ?? 'restored')
  const [paper, setPaper] = useState('')
  const act = useAct<{ act: OfficeAct; paper: string }, { actionId: number }>(`${path}/acts`, { refresh: [[path]] })
  return (
    <>
      <h2>{t(words.note)}</h2>
      <p>{t(words.noteLead)}</p>
      <StaffForm act={act} button={t(words.enter)} onSend={() => act.mutate({ act: chosen, paper: paper.trim() })}>
        <NativeSelect
          label={t(words.act)}
          value={chosen}
          onChange={(event) => setChosen(acts.find((one) => one === event.currentTarget.value) ?? chosen)}
          data={acts.map((one) => ({ value: one, label: t(words[one]) }))}
        />
        <TextInput
          label={t(words.paper)}
          description={t(words.paperHint)}
          required
          minLength={3}
          maxLength={100}
          value={paper}
          onChange={(event) => setPaper(event.currentTarget.value)}
        />
      </StaffForm>
    </>
  )
}
