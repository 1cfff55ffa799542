import { ProblemNotice, useSpeech } from '@intikhab/kernel/console'
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { noticeWays } from '../../../core/claims/claim.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { karachi, today, useStep } from './claim-step.ts'
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
  readonly hour: string
  readonly room: string
}

function PlaceFields({ place, onChange }: { place: Place; onChange: (place: Place) => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <TextInput
        type="date"
        label={t(words.day)}
        required
        withAsterisk={false}
        value={place.day}
        onChange={(event) => onChange({ ...place, day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t(words.hour)}
        required
        withAsterisk={false}
        value={place.hour}
        onChange={(event) => onChange({ ...place, hour: event.currentTarget.value })}
      />
      <TextInput
        label={t(words.room)}
        required
        withAsterisk={false}
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
  const [place, setPlace] = useState<Place>({ day: '', hour: '10:00', room: claim.hearing?.room ?? '' })
  const [waived, setWaived] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ kind: 'hearing-set', hearing: { at: karachi(place.day, place.hour), room: place.room }, waived })
  }
  return (
    <section>
      <h2>{t(claim.hearing === null ? words.setHearing : words.resetHearing)}</h2>
      <form className="staff-form" onSubmit={send}>
        <PlaceFields place={place} onChange={setPlace} />
        {claim.content.purpose === 'objection' ? (
          <Checkbox
            label={t(words.waived)}
            checked={waived}
            onChange={(event) => setWaived(event.currentTarget.checked)}
          />
        ) : null}
        {step.isError ? <ProblemNotice problem={step.error.problem} answers /> : null}
        <Button type="submit" variant="default" loading={step.isPending}>
          {t(words.setHearing)}
        </Button>
      </form>
    </section>
  )
}

function ServeForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const [way, setWay] = useState<(typeof noticeWays)[number]>('in-person')
  const [on, setOn] = useState(today())
  const send = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ kind: 'notice-served', way, on })
  }
  return (
    <section>
      <h2>{t(words.serve)}</h2>
      <form className="staff-form" onSubmit={send}>
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
          withAsterisk={false}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        {step.isError ? <ProblemNotice problem={step.error.problem} answers /> : null}
        <Button type="submit" variant="default" loading={step.isPending}>
          {t(words.serve)}
        </Button>
      </form>
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
  const [place, setPlace] = useState<Place>({ day: '', hour: '10:00', room: claim.hearing?.room ?? '' })
  const present = { claimant, concerned: isObjection ? concerned : true }
  const hear = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ kind: 'heard', present, record: record.trim() })
  }
  const adjourn = (event: FormEvent) => {
    event.preventDefault()
    const hearing = { at: karachi(place.day, place.hour), room: place.room }
    step.mutate({ kind: 'adjourned', present, reason: record.trim(), hearing })
  }
  return (
    <section>
      <h2>{t(words.hold)}</h2>
      <form className="staff-form" onSubmit={hear}>
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
          withAsterisk={false}
          minLength={10}
          maxLength={2000}
          value={record}
          onChange={(event) => setRecord(event.currentTarget.value)}
        />
        {step.isError ? <ProblemNotice problem={step.error.problem} answers /> : null}
        <Button type="submit" loading={step.isPending}>
          {t(words.heardButton)}
        </Button>
      </form>
      <details>
        <summary>{t(words.adjourn)}</summary>
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
