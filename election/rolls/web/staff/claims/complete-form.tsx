import { useSpeech } from '@intikhab/kernel/console'
import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ClaimCompletion, RegistrationContent } from '../../../core/claims/claim-content.ts'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { StaffForm } from '../staff-form.tsx'
import { useStep } from './claim-step.ts'
import { words } from './words.ts'

/** What the form leaves open, out of the card and the census: names in Urdu, census blocks. */
export function CompleteForm({ claim, content }: { claim: ClaimView; content: RegistrationContent }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const { person, chosen, permanent, other } = content
  const first = {
    nameUr: person.nameUr,
    nameEn: person.nameEn,
    relationNameUr: person.relationNameUr,
    permanentUr: permanent.textUr,
    permanentBlock: permanent.block ?? '',
    otherUr: other?.textUr ?? '',
    otherBlock: other?.block ?? '',
  }
  const [typed, setTyped] = useState<Readonly<Record<keyof typeof first, string>>>(first)
  const fields = [
    ['nameUr', claimWords.nameUr],
    ['nameEn', claimWords.nameEn],
    ['relationNameUr', claimWords.relationNameUr],
    ['permanentUr', claimWords.permanent],
    ['permanentBlock', words.permanentBlock],
    ...(other === null
      ? []
      : ([
          ['otherUr', claimWords[chosen]],
          ['otherBlock', words.otherBlock],
        ] as const)),
  ] as const
  const send = () => {
    const changed = fields.filter(([key]) => typed[key].trim() !== '' && typed[key] !== first[key])
    const completion = Object.fromEntries(changed.map(([key]) => [key, typed[key].trim()])) as ClaimCompletion
    step.mutate({ kind: 'completed', completion })
  }
  return (
    <section>
      <h2>{t(words.complete)}</h2>
      <p>{t(words.completeLead)}</p>
      <StaffForm act={step} button={t(words.save)} isSecondary onSend={send}>
        {fields.map(([key, text]) => (
          <TextInput
            key={key}
            label={t(text)}
            value={typed[key]}
            {...(key.endsWith('Block') ? { inputMode: 'numeric' as const, maxLength: 9 } : {})}
            onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
          />
        ))}
      </StaffForm>
    </section>
  )
}
