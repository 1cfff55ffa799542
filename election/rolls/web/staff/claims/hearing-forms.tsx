import { useSpeech } from '@intikhab/kernel/console'
import { getLegalDate, karachiDate, karachiInstant } from '@intikhab/law'
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { noticeWays, type Hearing } from '../../../core/claims/claim.ts'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { StaffForm } from '../staff-form.tsx'
import { useStep } from './claim-step.ts'
import { words } from './words.ts'

/** A hearing: set, notice of it served, held or put off. */
export function HearingForms({ claim }: { claim: ClaimView }): ReactNode {
  const isSet = claim.state === 'hearing-set'
  const isDue = isSet && claim.isHearingDue
  return (
    <>
      {isSet && claim.content.purpose === 'objection' && !claim.isNoticed ? <ServeForm claim={claim} /> : null}
      {isDue ? <HoldForm claim={claim} /> : null}
      {claim.state === 'heard' ? null : <SetForm claim={claim} />}
    </>
  )
}

interface Place {
  readonly day: string
  /** `10:00` in Karachi, whatever the clock of this computer is set to. */
  readonly hour: string
  readonly room: string
}

const usualPlace = ({ hearing }: ClaimView): Place => ({ day: '', hour: '10:00', room: hearing?.room ?? '' })

function hearingOf({ day, hour, room }: Place): Hearing {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return { at: karachiInstant(getLegalDate(day), hours, minutes).toISOString(), room }
}

function PlaceFields({ place, onChange }: { place: Place; onChange: (place: Place) => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <TextInput
        type="date"
        label={t(words.day)}
        required
        value={place.day}
        onChange={(event) => onChange({ ...place, day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t(claimWords.hour)}
        required
        value={place.hour}
        onChange={(event) => onChange({ ...place, hour: event.currentTarget.value })}
      />
      <TextInput
        label={t(words.room)}
        required
        minLength={2}
        value={place.room}
        onChange={(event) => onChange({ ...place, room: event.currentTarget.value })}
      />
    </>
  )
}

function SetForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const [place, setPlace] = useState(usualPlace(claim))
  const [waived, setWaived] = useState(false)
  const send = () => step.mutate({ kind: 'hearing-set', hearing: hearingOf(place), waived })
  return (
    <section>
      <h2>{t(claim.hearing === null ? words.setHearing : words.resetHearing)}</h2>
      <StaffForm act={step} button={t(words.setHearing)} isSecondary onSend={send}>
        <PlaceFields place={place} onChange={setPlace} />
        {claim.content.purpose === 'objection' ? (
          <Checkbox
            label={t(words.waived)}
            checked={waived}
            onChange={(event) => setWaived(event.currentTarget.checked)}
          />
        ) : null}
      </StaffForm>
    </section>
  )
}

function ServeForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const [way, setWay] = useState<(typeof noticeWays)[number]>('in-person')
  const [on, setOn] = useState<string>(karachiDate(new Date()))
  return (
    <section>
      <h2>{t(words['notice-served'])}</h2>
      <StaffForm
        act={step}
        button={t(words['notice-served'])}
        isSecondary
        onSend={() => step.mutate({ kind: 'notice-served', way, on })}
      >
        <NativeSelect
          label={t(words.way)}
          value={way}
          onChange={(event) => setWay(noticeWays.find((one) => one === event.currentTarget.value) ?? 'in-person')}
          data={noticeWays.map((one) => ({ value: one, label: t(words[one]) }))}
        />
        <TextInput
          type="date"
          label={t(words.servedOn)}
          required
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </StaffForm>
    </section>
  )
}

function HoldForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const isObjection = claim.content.purpose === 'objection'
  const [claimant, setClaimant] = useState(true)
  const [concerned, setConcerned] = useState(true)
  const [record, setRecord] = useState('')
  const [place, setPlace] = useState(usualPlace(claim))
  const present = { claimant, concerned: isObjection ? concerned : true }
  const adjourn = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ kind: 'adjourned', present, reason: record.trim(), hearing: hearingOf(place) })
  }
  return (
    <section>
      <h2>{t(words.hold)}</h2>
      <StaffForm
        act={step}
        button={t(words.heardButton)}
        onSend={() => step.mutate({ kind: 'heard', present, record: record.trim() })}
      >
        <Checkbox
          label={t(words.cameClaimant)}
          checked={claimant}
          onChange={(event) => setClaimant(event.currentTarget.checked)}
        />
        {isObjection ? (
          <Checkbox
            label={t(words.cameConcerned)}
            checked={concerned}
            onChange={(event) => setConcerned(event.currentTarget.checked)}
          />
        ) : null}
        <Textarea
          label={t(words.record)}
          required
          minLength={10}
          maxLength={2000}
          value={record}
          onChange={(event) => setRecord(event.currentTarget.value)}
        />
      </StaffForm>
      <details>
        <summary>{t(words.adjourn)}</summary>
        {/* Its refusal stands in the form above: both are about the same hearing. */}
        <form className="staff-form" onSubmit={adjourn}>
          <PlaceFields place={place} onChange={setPlace} />
          <Button type="submit" variant="default" loading={step.isPending} disabled={record.trim().length < 10}>
            {t(words.adjourn)}
          </Button>
        </form>
      </details>
    </section>
  )
}
