import { roleNames, useElections, useSpeech } from '@intikhab/kernel/console'
import type { Role, Scope } from '@intikhab/kernel/identity'
import { formatDay, formatInstant, type Language } from '@intikhab/kernel/language'
import { Code, provinceName, Tag } from '@intikhab/kernel/screens'
import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { QrCode } from '../account/qr-code.tsx'
import type { DrawnLink, ListedGrant } from './people-data.ts'
import { words } from './words.ts'

/** A place as it is called; a district's code is its name. */
export function PlaceOf({ scope }: { scope: Scope }): ReactNode {
  const { t } = useSpeech()
  if (scope.kind === 'national') return t(words.nation)
  const { en, ur } = provinceName(scope.code)
  // A capital territory is a district of its own name.
  return en === ur ? <Code>{scope.code}</Code> : t({ en, ur })
}

/** An election by its name; by its identifier as long as the name is not known. */
export function ElectionOf({ id }: { id: string }): ReactNode {
  const { t } = useSpeech()
  const election = useElections().data?.elections.find((each) => each.id === id)
  return election === undefined ? <Code>{id}</Code> : t(election.name)
}

/** An office in a line: role and place. */
export function OfficeLine({ role, scope }: { role: Role; scope: Scope }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      {t(roleNames[role])} · <PlaceOf scope={scope} />
    </>
  )
}

const dayOf = (language: Language, instant: string) =>
  formatDay(language, new Date(Date.parse(instant) + 5 * 3_600_000).toISOString().slice(0, 10))

/** The last day of a term: it ends with the midnight that follows. */
const lastDayOf = (language: Language, until: string) => dayOf(language, new Date(Date.parse(until) - 1).toISOString())

/** From when to when an office is held, in days of Karachi. */
export function TermOfOffice({ from, until }: { from?: string | null; until?: string | null }): ReactNode {
  const { language, t } = useSpeech()
  const first = from == null ? undefined : dayOf(language, from)
  const last = until == null ? undefined : lastDayOf(language, until)
  if (first !== undefined && last !== undefined) return t(words.fromUntil, { from: first, until: last })
  if (last !== undefined) return t(words.untilOn, { day: last })
  if (first !== undefined) return t(words.fromOn, { day: first })
  return t(words.openEnded)
}

/** Whether an office is held now. */
export function GrantState({ grant: { endedAt, from, until } }: { grant: ListedGrant }): ReactNode {
  const { language, t } = useSpeech()
  const now = new Date().toISOString()
  if (endedAt !== null) return <Tag tone="plain">{t(words.ended, { day: dayOf(language, endedAt) })}</Tag>
  if (until !== null && until <= now) return <Tag tone="warn">{t(words.termOver)}</Tag>
  if (from !== null && from > now) return <Tag tone="plain">{t(words.notBegun)}</Tag>
  return <Tag tone="good">{t(words.inForce)}</Tag>
}

/** A link that was just drawn, to be handed over: as text and as a QR code. The token stands behind `#`, where no server reads it. */
export function ShownLink({ name, link }: { name: string; link: DrawnLink }): ReactNode {
  const { language, t } = useSpeech()
  const [copied, setCopied] = useState(false)
  const address = `${window.location.origin}/staff/invitation#${link.token}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <section className="invitation-link" aria-live="polite">
      <h2>{t(words.linkTitle, { name })}</h2>
      <p>{t(words.linkOnce)}</p>
      <QrCode text={address} label={t(words.qr)} />
      <TextInput label={t(words.link)} value={address} readOnly data-latin onFocus={(event) => event.target.select()} />
      <p>
        <Button variant="default" onClick={() => void copy()}>
          {t(copied ? words.copied : words.copy)}
        </Button>
      </p>
      <p className="caption">{t(words.linkUntil, { at: formatInstant(language, new Date(link.lapsesAt)) })}</p>
    </section>
  )
}
