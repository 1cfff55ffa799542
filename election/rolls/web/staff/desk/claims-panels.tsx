import { StaffLink, useSpeech, type Refused } from '@intikhab/kernel/console'
import { formatInstant, formatTime } from '@intikhab/kernel/language'
import { Count, Day, Name, Table, Tag } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimsDesk, DeskLine } from '../../../server/claims/desk.ts'
import { DocketLink } from '../docket-link.tsx'
import { deskWork, type DeskWork, type FormCount } from './claim-lines.ts'
import { dayInWords, daysOver } from './clock.ts'
import { Panel } from './panel.tsx'
import { words } from './words.ts'

type DeskQuery = UseQueryResult<ClaimsDesk, Refused>

/** Hearings of today, what is overdue, and what waits by form. */
export function ClaimsPanels({ query }: { query: DeskQuery }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <Panel title={t(words.hearingsToday)} query={query}>
        {(desk) => <Hearings desk={desk} />}
      </Panel>
      <Panel title={t(words.overdue)} query={query}>
        {(desk) => <Overdue desk={desk} work={deskWork(desk)} />}
      </Panel>
      <Panel title={t(words.waitingByForm)} query={query}>
        {(desk) => <Waiting desk={desk} forms={deskWork(desk).forms} />}
      </Panel>
    </>
  )
}

interface PartProps {
  readonly desk: ClaimsDesk
  readonly work: DeskWork
}

function About({ form, purpose }: Pick<DeskLine, 'form' | 'purpose'>): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      {t(claimWords.formNumber, { form })} · {t(claimWords[purpose])}
    </>
  )
}

/** What somebody typed, in whichever script. */
function AsTyped({ text }: { text: string }): ReactNode {
  const { language } = useSpeech()
  return <Name text={{ en: text, ur: text }} language={language} />
}

function Hearings({ desk }: { desk: ClaimsDesk }): ReactNode {
  const { language, t } = useSpeech()
  const { nextHearingAt, counts } = desk
  const { lines: hearings, total, isCut } = desk.hearings
  const periods = [...new Set(counts.filter(({ hearingsToday }) => hearingsToday > 0).map(({ period }) => period))]
  return (
    <>
      {hearings.length === 0 ? (
        <p className="desk-quiet">
          {t(words.noHearing)}{' '}
          {nextHearingAt === null
            ? null
            : t(words.nextHearing, {
                at: formatInstant(language, new Date(nextHearingAt)),
                when: dayInWords(karachiDate(new Date(nextHearingAt)), desk.today, language),
              })}
        </p>
      ) : (
        <Table
          caption={t(words.hearingsToday)}
          hideCaption
          language={language}
          rows={hearings}
          rowKey={({ docket }) => docket}
          columns={[
            {
              key: 'hour',
              head: t(claimWords.hour),
              names: true,
              cell: ({ hearingAt }) =>
                hearingAt === null ? '–' : <time dateTime={hearingAt}>{hourOf(hearingAt)}</time>,
            },
            {
              key: 'docket',
              head: t(claimWords.docket),
              cell: ({ docket }) => <DocketLink district={desk.district} docket={docket} />,
            },
            { key: 'about', head: t(words.about), cell: (line) => <About {...line} /> },
            {
              key: 'claimant',
              head: t(claimWords.claimant),
              cell: ({ claimant }) => (claimant === '' ? t(words.office) : <AsTyped text={claimant} />),
            },
            {
              key: 'room',
              head: t(claimWords.room),
              wideOnly: true,
              cell: ({ room }) => <AsTyped text={room ?? ''} />,
            },
          ]}
        />
      )}
      {isCut ? <p>{t(words.more, { count: total - hearings.length })}</p> : null}
      {periods.length === 0 ? null : (
        <p className="desk-links">
          {periods.map((period) => (
            <a
              key={period}
              href={`/api/rolls/districts/${desk.district}/hearings?day=${desk.today}&period=${period}&language=${language}`}
            >
              {t(period === 'display' ? words.hearingListRevision : words.hearingList)}
            </a>
          ))}
        </p>
      )}
    </>
  )

  /** Hour and minute: hearings are not set to the second. */
  function hourOf(at: string): string {
    return formatTime(language, new Date(at)).slice(0, 5)
  }
}

const shownOverdue = 8

function Overdue({ desk, work }: PartProps): ReactNode {
  const { language, t } = useSpeech()
  const { nextDueOn } = work
  const shown = desk.overdue.lines.slice(0, shownOverdue)
  if (work.overdue === 0)
    return (
      <p className="desk-quiet">
        {t(words.noOverdue)}{' '}
        {desk.isFrozen
          ? t(words.frozenClocks)
          : nextDueOn === null
            ? t(words.noneDue)
            : t(words.nextDue, { when: dayInWords(nextDueOn, desk.today, language) })}
      </p>
    )
  return (
    <>
      <ul className="desk-list">
        {shown.map((line) => (
          <li key={line.docket}>
            <p>
              <DocketLink district={desk.district} docket={line.docket} />{' '}
              {line.dueOn === null ? null : (
                <Tag tone="bad">⚠ {t(words.overdueBy, { days: daysOver(line.dueOn, desk.today) })}</Tag>
              )}
            </p>
            <p className="desk-quiet">
              <About {...line} /> · {t(claimWords[line.state])} · {t(claimWords[line.period])} · {t(words.dueOn)}{' '}
              {line.dueOn === null ? '–' : <Day on={line.dueOn} language={language} />}
            </p>
          </li>
        ))}
      </ul>
      {work.overdue <= shown.length ? null : <p>{t(words.more, { count: work.overdue - shown.length })}</p>}
    </>
  )
}

function Waiting({ desk, forms }: { desk: ClaimsDesk; forms: readonly FormCount[] }): ReactNode {
  const { language, t } = useSpeech()
  const count = (key: 'lodged' | 'hearingSet' | 'heard' | 'all' | 'overdue', head: string, wideOnly = false) => ({
    key,
    head,
    numeric: true,
    wideOnly,
    cell: (row: FormCount) => <Count n={row[key]} language={language} />,
    total: <Count n={forms.reduce((sum, row) => sum + row[key], 0)} language={language} />,
  })
  return (
    <>
      {forms.length === 0 ? (
        <p className="desk-quiet">{t(words.noWaiting)}</p>
      ) : (
        <Table
          caption={t(words.waitingByForm)}
          hideCaption
          language={language}
          rows={forms}
          rowKey={({ form }) => form}
          columns={[
            {
              key: 'form',
              head: t(words.form),
              names: true,
              cell: (row) => <About {...row} />,
              total: t(words.all),
            },
            count('lodged', t(words.lodged), true),
            count('hearingSet', t(words.hearingSet), true),
            count('heard', t(words.heard), true),
            count('all', t(words.all)),
            count('overdue', t(words.overdue)),
            {
              key: 'oldest',
              head: t(words.oldest),
              cell: ({ oldestAt }) => dayInWords(karachiDate(new Date(oldestAt)), desk.today, language),
            },
          ]}
        />
      )}
      <p className="desk-links">
        <StaffLink to="/claims">{t(words.allClaims)}</StaffLink>
      </p>
    </>
  )
}
