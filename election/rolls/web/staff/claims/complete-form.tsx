import { ProblemNotice, useSpeech } from '@intikhab/kernel/console'
import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { BlockCode } from '@intikhab/delimitation'
import type { ClaimCompletion } from '../../../core/claims/claim-content.ts'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { useStep } from './claim-step.ts'
import { words } from './words.ts'

/** What the form leaves open, out of the card and the census: names in Urdu, census blocks. */
export function CompleteForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const { content } = claim
  const first =
    content.purpose === 'registration'
      ? {
          nameUr: content.person.nameUr,
          nameEn: content.person.nameEn,
          relationNameUr: content.person.relationNameUr,
          permanentBlock: content.permanent.block ?? '',
          otherBlock: content.other?.block ?? '',
        }
      : { nameUr: '', nameEn: '', relationNameUr: '', permanentBlock: '', otherBlock: '' }
  const [typed, setTyped] = useState<Readonly<Record<keyof typeof first, string>>>(first)
  const fields = [
    ['nameUr', claimWords.nameUr],
    ['nameEn', claimWords.nameEn],
    ['relationNameUr', claimWords.relationNameUr],
    ['permanentBlock', words.permanentBlock],
    ...(content.purpose === 'registration' && content.other !== null
      ? ([['otherBlock', words.otherBlock]] as const)
      : []),
  ] as const
  const send = (event: FormEvent) => {
    event.preventDefault()
    const changed = fields.filter(([key]) => typed[key].trim() !== '' && typed[key] !== first[key])
    const completion = Object.fromEntries(changed.map(([key]) => [key, typed[key].trim()])) as ClaimCompletion & {
      readonly permanentBlock?: BlockCode
    }
    step.mutate({ kind: 'completed', completion })
  }
  return (
    <section>
      <h2>{t(words.complete)}</h2>
      <p>{t(words.completeLead)}</p>
      <form className="staff-form" onSubmit={send}>
        {fields.map(([key, text]) => (
          <TextInput
            key={key}
            label={t(text)}
            value={typed[key]}
            {...(key.endsWith('Block') ? { inputMode: 'numeric' as const, maxLength: 9 } : {})}
            onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
          />
        ))}
        {step.isError ? <ProblemNotice problem={step.error.problem} answers /> : null}
        <Button type="submit" variant="default" loading={step.isPending}>
          {t(words.save)}
        </Button>
      </form>
    </section>
  )
}
