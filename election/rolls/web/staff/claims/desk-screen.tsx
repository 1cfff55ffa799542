import { DataTable, Loaded, StaffLink, useGet, useGo, useSpeech, type DataColumn } from '@intikhab/kernel/console'
import { formatDay, formatInstant, formatNumber } from '@intikhab/kernel/language'
import { nameIn, Notice, Tag, type TagTone } from '@intikhab/kernel/screens'
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { countOfList, deskLists, type DeskCount, type DeskListName } from '../../../core/claims/desk-lists.ts'
import { parseDocket } from '../../../core/claims/docket.ts'
import { claimPeriods, type ClaimPeriod } from '../../../core/claims/forms.ts'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimsDesk, DeskLine, DeskList } from '../../../server/claims/desk.ts'
import { DistrictChoice, useMayHere } from '../district-choice.tsx'
import { DocketLink } from '../docket-link.tsx'
import { claimsOf } from './claim-step.ts'
import './claims.css'
import { words } from './words.ts'

/** How often the desk reads anew. */
const everyMs = 15_000

/** The standings between which a list can be told apart. */
const standings: Readonly<Record<DeskListName, readonly DeskLine['state'][]>> = {
  fresh: [],
  today: [],
  waiting: ['hearing-set', 'heard'],
  overdue: ['lodged', 'hearing-set', 'heard'],
  done: ['decided', 'withdrawn', 'lapsed'],
}

/** The claims of a district: what is new, heard today, under way, overdue and decided. */
export function ClaimsScreen(): ReactNode {
  const { language, t } = useSpeech()
  return (
    <>
      <h1>{t(words.claims)}</h1>
      <DistrictChoice>
        {({ code, name }) => (
          <>
            <p className="lead">{nameIn(language, name)}</p>
            <Desk key={code} district={code} />
          </>
        )}
      </DistrictChoice>
    </>
  )
}

function Desk({ district }: { district: string }): ReactNode {
  const { t } = useSpeech()
  const mayHere = useMayHere(district)
  const desk = useGet<ClaimsDesk>(claimsOf(district), { everyMs })
  // The Revising Authority has a desk of its own; everybody else sees both.
  const period = mayHere('rolls.revise') && !mayHere('rolls.decide') ? 'display' : undefined
  return (
    <Loaded query={desk}>
      {({ counts, isFrozen, today }) => (
        <>
          {isFrozen ? <Notice kind="late" title={t(words.frozen)} /> : null}
          <div className="claim-tools">
            {mayHere('rolls.lodge') ? (
              <StaffLink to={`/claims/${district}/lodge`} className="button">
                {t(words.lodge)}
              </StaffLink>
            ) : null}
            <OpenDocket district={district} />
          </div>
          <Lists
            district={district}
            counts={counts.filter((one) => period === undefined || one.period === period)}
            period={period}
          />
          <HearingList district={district} today={today} isRevising={period === 'display'} />
        </>
      )}
    </Loaded>
  )
}

/** Whoever stands at the counter has a docket; it need not be on a list that is cut. */
function OpenDocket({ district }: { district: string }): ReactNode {
  const { t } = useSpeech()
  const go = useGo()
  const [typed, setTyped] = useState('')
  const docket = parseDocket(typed)
  return (
    <form
      className="claim-docket"
      onSubmit={(event) => {
        event.preventDefault()
        if (docket !== undefined) go(`/claims/${district}/${docket}`)
      }}
    >
      <TextInput
        aria-label={t(words.openDocket)}
        placeholder={t(words.openDocket)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={docket === undefined}>
        {t(words.open)}
      </Button>
    </form>
  )
}

interface Chosen {
  readonly list: DeskListName
  /** Empty for every one. */
  readonly form: string
  readonly state: DeskLine['state'] | ''
}

/** The lists of the desk; the figures are of all claims, whatever is listed. */
function Lists(props: {
  readonly district: string
  readonly counts: readonly DeskCount[]
  readonly period: ClaimPeriod | undefined
}): ReactNode {
  const { district, counts, period } = props
  const { language, t } = useSpeech()
  const [{ list, form, state }, setChosen] = useState<Chosen>({ list: 'fresh', form: '', state: '' })
  const forms = [...new Set(counts.map((count) => count.form))].sort()
  const ofForm = counts.filter((count) => form === '' || count.form === form)
  const filter = {
    ...(form === '' ? {} : { form }),
    ...(state === '' ? {} : { state }),
    ...(period === undefined ? {} : { period }),
  }
  const asked = new URLSearchParams(filter).toString()
  const path = `/api/rolls/districts/${district}/claim-lists/${list}${asked === '' ? '' : `?${asked}`}`
  return (
    <>
      <SegmentedControl
        className="claim-lists"
        aria-label={t(words.claims)}
        value={list}
        onChange={(value) => setChosen({ list: deskLists.find((one) => one === value) ?? 'fresh', form, state: '' })}
        data={deskLists.map((one) => ({
          value: one,
          label: `${t(words[one])} ${formatNumber(language, countOfList(one, ofForm))}`,
        }))}
      />
      <div className="claim-tools">
        <NativeSelect
          aria-label={t(claimWords.form)}
          value={form}
          onChange={(event) => setChosen({ list, form: event.currentTarget.value, state })}
          data={[
            { value: '', label: t(words.allForms) },
            ...forms.map((one) => ({ value: one, label: t(claimWords.formNumber, { form: one }) })),
          ]}
        />
        {standings[list].length === 0 ? null : (
          <NativeSelect
            aria-label={t(claimWords.state)}
            value={state}
            onChange={(event) =>
              setChosen({ list, form, state: standings[list].find((one) => one === event.currentTarget.value) ?? '' })
            }
            data={[
              { value: '', label: t(words.allStandings) },
              ...standings[list].map((one) => ({ value: one, label: t(claimWords[one]) })),
            ]}
          />
        )}
        <Button
          component="a"
          variant="default"
          href={`${claimsOf(district)}.csv?${new URLSearchParams({ ...filter, language }).toString()}`}
        >
          {t(words.wholeTable)}
        </Button>
      </div>
      <Loaded query={useGet<DeskList>(path, { everyMs })}>
        {({ lines, total, isCut }) => (
          <>
            {isCut ? <Notice title={t(words.cut, { shown: lines.length, total })} /> : null}
            <Lines list={list} lines={lines} district={district} />
          </>
        )}
      </Loaded>
    </>
  )
}

function standing(line: DeskLine): readonly [keyof typeof claimWords, TagTone] {
  if (line.outcome !== null) return [line.outcome, line.outcome === 'rejected' ? 'plain' : 'good']
  if (line.isOverdue) return [line.state, 'bad']
  return [line.state, line.state === 'lodged' ? 'busy' : 'plain']
}

function Lines(props: { list: DeskListName; lines: readonly DeskLine[]; district: string }): ReactNode {
  const { list, lines, district } = props
  const { language, t } = useSpeech()
  const columns: readonly DataColumn<DeskLine>[] = [
    {
      key: 'docket',
      head: t(claimWords.docket),
      names: true,
      value: ({ docket }) => docket,
      cell: ({ docket }) => <DocketLink district={district} docket={docket} />,
    },
    {
      key: 'matter',
      head: t(claimWords.matter),
      value: ({ form, purpose }) => `${t(claimWords.formNumber, { form })} · ${t(claimWords[purpose])}`,
    },
    {
      key: 'claimant',
      head: t(claimWords.claimant),
      value: ({ claimant }) => (claimant === '' ? t(words.office) : claimant),
    },
    {
      key: 'lodged',
      head: t(words.lodged),
      wideOnly: true,
      value: ({ lodgedAt }) => lodgedAt,
      cell: ({ lodgedAt }) => formatInstant(language, new Date(lodgedAt)),
    },
    {
      key: 'hearing',
      head: t(claimWords.hearing),
      // A telephone has no room for a column of nothing.
      wideOnly: lines.every(({ hearingAt }) => hearingAt === null),
      value: ({ hearingAt }) => hearingAt,
      cell: ({ hearingAt }) => (hearingAt === null ? '–' : formatInstant(language, new Date(hearingAt))),
    },
    {
      key: 'due',
      head: t(words.due),
      wideOnly: true,
      value: ({ dueOn }) => dueOn,
      cell: ({ dueOn, isOverdue }) => (
        <>
          {dueOn === null ? t(claimWords.afterResults) : formatDay(language, dueOn)}{' '}
          {isOverdue ? <Tag tone="bad">{t(words.overdue)}</Tag> : null}
        </>
      ),
    },
    {
      key: 'standing',
      head: t(claimWords.state),
      // Nor for a column that says the same in every line.
      wideOnly: new Set(lines.map((line) => standing(line)[0])).size < 2,
      value: (line) => t(claimWords[standing(line)[0]]),
      cell: (line) => <Tag tone={standing(line)[1]}>{t(claimWords[standing(line)[0]])}</Tag>,
    },
  ]
  return (
    <DataTable
      caption={t(words[list])}
      columns={columns}
      rows={lines}
      rowKey={({ docket }) => docket}
      empty={t(words.empty)}
    />
  )
}

function HearingList(props: { district: string; today: string; isRevising: boolean }): ReactNode {
  const { district, today, isRevising } = props
  const { language, t } = useSpeech()
  const [day, setDay] = useState(today)
  const [period, setPeriod] = useState<ClaimPeriod>(isRevising ? 'display' : 'all-year')
  const query = new URLSearchParams({ day, period, language }).toString()
  return (
    <section className="staff-form">
      <h2>{t(claimWords.hearingList)}</h2>
      <TextInput type="date" label={t(words.day)} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
      <NativeSelect
        label={t(words.desk)}
        value={period}
        onChange={(event) => setPeriod(claimPeriods.find((one) => one === event.currentTarget.value) ?? 'all-year')}
        data={claimPeriods.map((one) => ({ value: one, label: t(claimWords[one]) }))}
      />
      <Button
        component="a"
        variant="default"
        target="_blank"
        href={`/api/rolls/districts/${district}/hearings?${query}`}
        disabled={day === ''}
      >
        {t(words.printList)}
      </Button>
    </section>
  )
}
