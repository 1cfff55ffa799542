import { DataTable, Loaded, StaffLink, useGet, useSpeech, type DataColumn } from '@intikhab/kernel/console'
import { formatDay, formatInstant } from '@intikhab/kernel/language'
import { nameIn, Notice, Tag, type TagTone } from '@intikhab/kernel/screens'
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { isOpen } from '../../../core/claims/claim.ts'
import { claimPeriods, type ClaimPeriod } from '../../../core/claims/forms.ts'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimsDesk, DeskLine } from '../../../server/claims/desk.ts'
import { DistrictChoice, useMayHere } from '../district-choice.tsx'
import { DocketLink } from '../docket-link.tsx'
import { claimsOf } from './claim-step.ts'
import { words } from './words.ts'

const lists = ['fresh', 'today', 'waiting', 'overdue', 'done'] as const
type List = (typeof lists)[number]

const belongs: Readonly<Record<List, (line: DeskLine) => boolean>> = {
  fresh: ({ state }) => state === 'lodged',
  today: ({ isHearingToday }) => isHearingToday,
  waiting: ({ state }) => state === 'hearing-set' || state === 'heard',
  overdue: ({ isOverdue }) => isOverdue,
  done: (line) => !isOpen(line),
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
  const desk = useGet<ClaimsDesk>(claimsOf(district), { everyMs: 5000 })
  const revises = mayHere('rolls.revise') && !mayHere('rolls.decide')
  const [list, setList] = useState<List>('fresh')
  return (
    <Loaded query={desk}>
      {({ lines: all, isFrozen, today }) => {
        // The Revising Authority has a desk of its own; everybody else sees both.
        const lines = revises ? all.filter(({ period }) => period === 'display') : all
        const shown = lines.filter(belongs[list])
        return (
          <>
            {isFrozen ? <Notice kind="late" title={t(words.frozen)} /> : null}
            {mayHere('rolls.lodge') ? (
              <p>
                <StaffLink to={`/claims/${district}/lodge`} className="button">
                  {t(words.lodge)}
                </StaffLink>
              </p>
            ) : null}
            <SegmentedControl
              className="claim-lists"
              aria-label={t(words.claims)}
              value={list}
              onChange={(value) => setList(lists.find((one) => one === value) ?? 'fresh')}
              data={lists.map((one) => ({
                value: one,
                label: `${t(words[one])} ${lines.filter(belongs[one]).length}`,
              }))}
            />
            <Lines list={list} lines={shown} district={district} />
            <HearingList district={district} today={today} isRevising={revises} />
          </>
        )
      }}
    </Loaded>
  )
}

function standing(line: DeskLine): readonly [keyof typeof claimWords, TagTone] {
  if (line.outcome !== null) return [line.outcome, line.outcome === 'rejected' ? 'plain' : 'good']
  if (line.isOverdue) return [line.state, 'bad']
  return [line.state, line.state === 'lodged' ? 'busy' : 'plain']
}

function Lines(props: { list: List; lines: readonly DeskLine[]; district: string }): ReactNode {
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
          {formatDay(language, dueOn)} {isOverdue ? <Tag tone="bad">{t(words.overdue)}</Tag> : null}
        </>
      ),
    },
    {
      key: 'standing',
      head: t(claimWords.state),
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
      file={`claims-${district}-${list}.csv`}
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
