import { Loaded, marks, roleNames, roles, useElections, useSession, useSpeech } from '@intikhab/kernel/console'
import type { Grant, Role } from '@intikhab/kernel/identity'
import { nameIn, provinceName } from '@intikhab/kernel/screens'
import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { placeChoices, roleChoices, type PlaceChoice, type Rules } from './choices.ts'
import { useOffices } from './people-data.ts'
import { words } from './words.ts'

const rules: Rules = { roles, inviting: new Set(marks('accounts.invite').keys()) }

/** An office as it was chosen, and whether it takes a second person. */
export interface ChosenGrant {
  readonly grant: Grant
  readonly byTwo: boolean
}

/** Midnight in Karachi at the beginning of a day. */
const dayBegins = (day: string) => new Date(`${day}T00:00:00+05:00`)

interface Asked {
  /** What is asked before the office. */
  readonly before?: ReactNode
  readonly onSend: (chosen: ChosenGrant) => void
  /** What is asked after it, and the button; undefined while no place fits. */
  readonly children: (chosen: ChosenGrant | undefined) => ReactNode
}

/** The form of an office to be given: role, election, place and a shorter term. */
export function GrantForm(asked: Asked): ReactNode {
  const offices = useOffices()
  const elections = useElections()
  return (
    <Loaded query={offices}>
      {(tree) => (
        <Loaded query={elections}>
          {(held) => <Choosing offices={tree.offices} elections={held.elections} {...asked} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function Choosing(
  props: Asked & {
    offices: NonNullable<ReturnType<typeof useOffices>['data']>['offices']
    elections: NonNullable<ReturnType<typeof useElections>['data']>['elections']
  },
): ReactNode {
  const { offices, elections, before, onSend, children } = props
  const { language, t } = useSpeech()
  const { grants, may } = useSession()
  const choices = roleChoices(grants, rules, may('accounts.grant-above'))
  const [role, setRole] = useState<Role | undefined>(choices[0]?.role)
  const [election, setElection] = useState(elections[0]?.id ?? '')
  const [placeKey, setPlace] = useState('')
  const [station, setStation] = useState<number | string>(1)
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  if (role === undefined) return children(undefined)

  const { isOfElection, over: kinds } = roles[role]
  const places = placeChoices(role, isOfElection ? election : undefined, offices, grants, rules)
  const place = places.find(({ key }) => key === placeKey) ?? places[0]
  const isStation = kinds.includes('station')
  const scope =
    place !== undefined && isStation && place.scope.kind === 'constituency'
      ? { ...place.scope, kind: 'station' as const, code: `${place.scope.code}/${station}` }
      : place?.scope
  const grant = scope && {
    role,
    scope,
    ...(first === '' ? {} : { from: dayBegins(first).toISOString() }),
    ...(last === '' ? {} : { until: new Date(dayBegins(last).getTime() + 86_400_000).toISOString() }),
  }
  // A seat is called by its code and a province by its name; what else there is, after its office.
  const placeName = ({ scope: over, name }: PlaceChoice) => {
    if (over.kind === 'national') return t(words.nation)
    if (over.kind === 'province') return t(provinceName(over.code))
    return over.kind === 'constituency' ? over.code : nameIn(language, name)
  }
  const chosen = grant && { grant, byTwo: choices.find((each) => each.role === role)?.byTwo === true }
  function send(event: FormEvent) {
    event.preventDefault()
    if (chosen !== undefined) onSend(chosen)
  }
  return (
    <form className="staff-form" onSubmit={send}>
      {before}
      <NativeSelect
        label={t(words.office)}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
        data={choices.map((each) => ({
          value: each.role,
          label: each.byTwo ? t(words.byTwo, { role: t(roleNames[each.role]) }) : t(roleNames[each.role]),
        }))}
      />
      {isOfElection ? (
        <NativeSelect
          label={t(words.election)}
          value={election}
          onChange={(event) => setElection(event.currentTarget.value)}
          data={elections.map(({ id, name }) => ({ value: id, label: nameIn(language, name) }))}
        />
      ) : null}
      {place === undefined ? (
        <p className="empty">{t(words.noPlace)}</p>
      ) : (
        <NativeSelect
          label={t(words.place)}
          value={place.key}
          onChange={(event) => setPlace(event.currentTarget.value)}
          data={places.map((each) => ({ value: each.key, label: placeName(each) }))}
        />
      )}
      {isStation ? (
        <NumberInput label={t(words.station)} value={station} min={1} max={99_999} onChange={setStation} />
      ) : null}
      <details>
        <summary>{t(words.narrower)}</summary>
        <p>{t(words.termLead)}</p>
        <div className="figure-grid">
          <TextInput
            type="date"
            label={t(words.firstDay)}
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t(words.lastDay)}
            value={last}
            min={first}
            onChange={(event) => setLast(event.currentTarget.value)}
          />
        </div>
      </details>
      {children(chosen)}
    </form>
  )
}
