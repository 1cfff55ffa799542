import { Loaded, sectionNumber, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { formatDay } from '@intikhab/kernel/language'
import { Count, Facts, Name, Notice, Progress, Table } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import type { ReactNode } from 'react'
import { stageNames } from '../../../core/editions/stage-words.ts'
import type { ListedCentre, StageAnswer } from '../../../server/editions/stage-routes.ts'
import type { ListedRoll } from '../../../server/routes.ts'
import { staffWords } from '../words.ts'
import { dayInWords } from './clock.ts'
import { Panel } from './panel.tsx'
import { words } from './words.ts'

interface DeskPlace {
  readonly district: string
  /** `YYYY-MM-DD` in Karachi. */
  readonly today: string
  readonly everyMs: number
}

/** Where each roll stands and until when, what freezes it, and how its display goes in the district. */
export function RollPanel(place: DeskPlace): ReactNode {
  const { t } = useSpeech()
  const rolls = useGet<readonly ListedRoll[]>('/api/rolls', { everyMs: place.everyMs })
  return (
    <Panel title={t(words.roll)} query={rolls}>
      {(all) =>
        all.length === 0 ? (
          <p className="desk-quiet">{t(staffWords.noRoll)}</p>
        ) : (
          <>
            {all.map((roll) => (
              <OneRoll key={roll.id} roll={roll} {...place} />
            ))}
            <p className="desk-links">
              <StaffLink to="/roll-editions">{t(words.toEditions)}</StaffLink>
            </p>
          </>
        )
      }
    </Panel>
  )
}

function OneRoll({ roll, ...place }: DeskPlace & { roll: ListedRoll }): ReactNode {
  const { language } = useSpeech()
  const stage = useGet<StageAnswer>(`/api/rolls/${roll.id}/stages`, { everyMs: place.everyMs })
  const centres = useGet<readonly ListedCentre[]>(
    `/api/rolls/${roll.id}/display-centres?district=${encodeURIComponent(place.district)}`,
    { everyMs: place.everyMs },
  )
  return (
    <>
      <h3>
        <Name text={roll.name} language={language} />
      </h3>
      <Freezes roll={roll} today={place.today} />
      <Loaded query={stage}>{(at) => <StageFacts stage={at} today={place.today} />}</Loaded>
      <Loaded query={centres}>{(listed) => <Centres centres={listed} />}</Loaded>
    </>
  )
}

/** Freezes that hold or are to come, each with its day and until when. */
function Freezes({ roll, today }: { roll: ListedRoll; today: string }): ReactNode {
  const { language, t } = useSpeech()
  if (roll.resultsAnnouncedAt !== null || roll.freezes.length === 0)
    return <p className="desk-quiet">{t(words.open)}</p>
  return roll.freezes.map(({ constituency, from, section }) => {
    const begins = karachiDate(new Date(from))
    const said = { day: formatDay(language, begins), section: sectionNumber(section, language) }
    const when = dayInWords(begins, today, language)
    const key = `${section}${constituency ?? ''}`
    if (begins > today)
      return (
        <Notice key={key} kind="plain" title={t(words.freezeNear, { when })}>
          <p>{t(words.willFreeze, { ...said, when })}</p>
        </Notice>
      )
    return (
      <Notice key={key} kind="late" title={t(constituency === null ? words.frozenTitle : words.seatFrozenTitle)}>
        <p>{constituency === null ? t(words.frozen, said) : t(words.frozenSeat, { ...said, seat: constituency })}</p>
      </Notice>
    )
  })
}

function StageFacts({ stage, today }: { stage: StageAnswer; today: string }): ReactNode {
  const { language, t } = useSpeech()
  // The display ends with its last day: the instant of the end is the next day's first.
  const last = stage.stage === 'display' ? stage.display?.until : stage.display?.from
  return (
    <Facts
      facts={[
        {
          key: 'stage',
          name: t(words.stage),
          value: t(stageNames[stage.stage]),
          ...(stage.since === null
            ? {}
            : { note: t(words.since, { day: formatDay(language, karachiDate(new Date(stage.since))) }) }),
        },
        stage.until === null || last === undefined
          ? { key: 'ends', name: t(words.ends), value: t(words.byOrder) }
          : {
              key: 'ends',
              name: t(stage.stage === 'announced' ? words.begins : words.ends),
              value: dayInWords(last, today, language),
              note: formatDay(language, last),
            },
        { key: 'undecided', name: t(words.undecided), value: <Count n={stage.undecided} language={language} /> },
      ]}
    />
  )
}

/** Centres on the desk: those that have most to be decided; a district has a hundred. */
const shownCentres = 8

function Centres({ centres }: { centres: readonly ListedCentre[] }): ReactNode {
  const { language, t } = useSpeech()
  const open = centres.filter(({ isClosed }) => !isClosed)
  const sum = (count: (centre: ListedCentre) => number) => open.reduce((all, centre) => all + count(centre), 0)
  const [received, undecided] = [sum((one) => one.received), sum((one) => one.undecided)]
  const busiest = open.toSorted((a, b) => b.undecided - a.undecided || b.received - a.received).slice(0, shownCentres)
  if (open.length === 0) return <p className="desk-quiet">{t(words.noCentres)}</p>
  return (
    <>
      {received === 0 ? null : (
        <Progress label={t(words.decidedOf)} n={received - undecided} of={received} language={language} />
      )}
      <Table
        caption={t(words.centres)}
        language={language}
        rows={busiest}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'centre',
            head: t(words.centre),
            names: true,
            cell: ({ nameEn, nameUr }) => <Name text={{ en: nameEn, ur: nameUr }} language={language} />,
            total: t(words.all),
          },
          {
            key: 'areas',
            head: t(words.areas),
            numeric: true,
            cell: ({ blocks }) => <Count n={blocks.length} language={language} />,
            total: <Count n={sum(({ blocks }) => blocks.length)} language={language} />,
          },
          {
            key: 'received',
            head: t(words.received),
            numeric: true,
            cell: (one) => <Count n={one.received} language={language} />,
            total: <Count n={received} language={language} />,
          },
          {
            key: 'decided',
            head: t(words.decided),
            numeric: true,
            cell: (one) => <Count n={one.received - one.undecided} language={language} />,
            total: <Count n={received - undecided} language={language} />,
          },
        ]}
      />
      {open.length <= shownCentres ? null : (
        <p className="desk-quiet">{t(words.moreCentres, { count: open.length - shownCentres })}</p>
      )}
    </>
  )
}
