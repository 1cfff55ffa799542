import { useAct, useSpeech } from '@intikhab/kernel/console'
import { Notice } from '@intikhab/kernel/screens'
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { CentreBody, ListedCentre } from '../../../server/editions/stage-routes.ts'
import { StaffForm } from '../../staff/staff-form.tsx'
import { editionWords as words } from './words.ts'

const empty = { nameEn: '', nameUr: '', addressEn: '', addressUr: '', opensAt: '08:00', closesAt: '16:00' }
const lines = ['nameEn', 'nameUr', 'addressEn', 'addressUr'] as const

/** Enters a display centre, or changes one. Without `before` it is a new one. */
export function CentreForm(props: {
  rollId: string
  district: string
  before: ListedCentre | undefined
  onDone: () => void
}): ReactNode {
  const { rollId, district, before, onDone } = props
  const { t } = useSpeech()
  const [said, setSaid] = useState<typeof empty>(before ?? empty)
  const [blocks, setBlocks] = useState(before?.blocks.join(' ') ?? '')
  const [isClosed, setIsClosed] = useState(before?.isClosed ?? false)
  const act = useAct<CentreBody, { readonly number: number }>(
    `/api/rolls/${rollId}/districts/${district}/display-centres`,
    { refresh: [[`/api/rolls/${rollId}/display-centres?district=${district}`], [`/api/rolls/${rollId}/stages`]] },
  )
  const send = () => {
    const { nameEn, nameUr, addressEn, addressUr, opensAt, closesAt } = said
    const given = blocks.split(/[\s,،]+/).filter((block) => block !== '')
    act.mutate(
      {
        number: before?.number ?? null,
        nameEn,
        nameUr,
        addressEn,
        addressUr,
        opensAt,
        closesAt,
        isClosed,
        blocks: given,
      },
      {
        onSuccess() {
          if (before === undefined) {
            setSaid(empty)
            setBlocks('')
          } else onDone()
        },
      },
    )
  }
  return (
    <>
      <h3>{before === undefined ? t(words.newCentre) : t(words.changeCentre, { number: before.number })}</h3>
      <StaffForm act={act} button={t(words.save)} onSend={send}>
        {lines.map((field) => (
          <TextInput
            key={field}
            label={t(words[field])}
            required
            minLength={3}
            maxLength={200}
            dir={field.endsWith('Ur') ? 'rtl' : 'ltr'}
            lang={field.endsWith('Ur') ? 'ur' : 'en'}
            value={said[field]}
            onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
          />
        ))}
        {(['opensAt', 'closesAt'] as const).map((field) => (
          <TextInput
            key={field}
            type="time"
            label={t(words[field])}
            required
            value={said[field]}
            onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
          />
        ))}
        <Textarea
          label={t(words.blocks)}
          description={t(words.blocksHint)}
          dir="ltr"
          autosize
          minRows={2}
          required={!isClosed}
          value={blocks}
          onChange={(event) => setBlocks(event.currentTarget.value)}
        />
        {before === undefined ? null : (
          <Checkbox
            label={t(words.giveUp)}
            checked={isClosed}
            onChange={(event) => setIsClosed(event.currentTarget.checked)}
          />
        )}
        {act.isSuccess ? <Notice kind="good" title={t(words.saved)} live /> : null}
      </StaffForm>
    </>
  )
}
