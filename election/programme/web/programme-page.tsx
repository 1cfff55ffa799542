import { formatDay, formatNumber, say } from '@intikhab/kernel/language'
import type { Language } from '@intikhab/kernel/language'
import {
  Breadcrumbs,
  CheckThis,
  Code,
  Day,
  Headlines,
  Name,
  Notice,
  publicPage,
  Table,
  Unconfirmed,
  When,
  words as shared,
} from '@intikhab/kernel/screens'
import type { AnyPublicPage, Fact, PublicPage, ScreenProps } from '@intikhab/kernel/screens'
import { karachiDate, karachiInstant } from '@intikhab/law'
import type { ReactNode } from 'react'
import type { PublishedClock } from '../core/edition.ts'
import { LawTable } from './law-table.tsx'
import { loadProgramme, phaseOn } from './load.ts'
import type { ProgrammeData } from './load.ts'
import { StageTimeline } from './stage-timeline.tsx'
import { VersionHistory } from './version-history.tsx'
import { words } from './words.ts'

const page: Omit<PublicPage<ProgrammeData>, 'path'> = {
  section: 'programme',
  load: (editions, params, context) => loadProgramme(editions, params['election'], context),
  title: ({ document }, language) => say(language, words.programmeOf, { election: document.election.name[language] }),
  live: ({ note }) => note,
  Screen: ProgrammeScreen,
}

/** The menu leads here, so it is a page also while nothing is published. */
const currentPage: PublicPage<{ readonly published: ProgrammeData | undefined }> = {
  path: '/programme',
  section: 'programme',
  load: async (editions, _params, context) => ({ published: await loadProgramme(editions, undefined, context) }),
  title: ({ published }, language) =>
    published === undefined ? say(language, words.programme) : page.title(published, language),
  live: ({ published }) => published?.note,
  Screen: ({ data: { published }, ...rest }) =>
    published === undefined ? (
      <>
        <h1>{say(rest.language, words.programme)}</h1>
        <Notice title={say(rest.language, words.notPublished)} />
      </>
    ) : (
      <ProgrammeScreen data={published} {...rest} />
    ),
}

/** The programme of the site's current election, and of any other by its name. */
export const programmePages: readonly AnyPublicPage[] = [
  publicPage(currentPage),
  publicPage({ ...page, path: '/programme/:election' }),
]

function ProgrammeScreen({ data, language }: ScreenProps<ProgrammeData>): ReactNode {
  const { document, inForce, today, note, proof, others } = data
  return (
    <>
      <Breadcrumbs
        language={language}
        trail={[
          { href: '', label: say(language, shared.home) },
          { href: '/programme', label: say(language, words.programme) },
        ]}
      />
      <div className="page-head">
        <h1>{page.title(data, language)}</h1>
        <p className="lead">{say(language, words.lead)}</p>
      </div>
      <Headlines facts={headlines(data, language)} />
      <AgainstTheLaw data={data} language={language} />
      <div className="columns even">
        <section>
          <h2>{say(language, words.stages)}</h2>
          <StageTimeline version={inForce} today={today} language={language} />
        </section>
        <section>
          <h2>{say(language, words.clocks)}</h2>
          <ClockTable clocks={document.clocks} language={language} />
        </section>
      </div>
      <h2>{say(language, words.versions)}</h2>
      <p>{say(language, words.versionsLead)}</p>
      <VersionHistory versions={document.versions} language={language} />
      <h2 id="law">{say(language, words.law)}</h2>
      <p>{say(language, words.lawLead, { pack: document.pack.name[language] })}</p>
      <LawTable law={document.law} language={language} />
      {proof === undefined ? null : <CheckThis edition={note} file={proof} language={language} />}
      {others.length === 0 ? null : (
        <>
          <h2>{say(language, words.otherElections)}</h2>
          <ul>
            {others.map((election) => (
              <li key={election.id}>
                <a href={`/${language}/programme/${election.id}`}>
                  <Name text={election.name} language={language} />
                </a>{' '}
                <Day on={election.pollDate} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function headlines({ document, inForce, today }: ProgrammeData, language: Language): readonly Fact[] {
  const phase = phaseOn(document, today)
  const { total } = inForce.check
  return [
    {
      key: 'poll',
      name: say(language, words.poll),
      value: <Day on={document.election.pollDate} language={language} />,
    },
    ...(phase === undefined
      ? []
      : [
          {
            key: 'phase',
            name: say(language, words.phaseToday, { day: formatDay(language, today) }),
            value: phase.name[language],
            ...(phase.lastDay === null
              ? {}
              : { note: say(language, words.phaseUntil, { day: formatDay(language, phase.lastDay) }) }),
          },
        ]),
    {
      key: 'version',
      name: say(language, words.inForce),
      value: formatNumber(language, inForce.version),
      note: say(language, words.inForceOf, { count: document.versions.length }),
    },
    {
      key: 'total',
      name: say(language, words.totalDays),
      value: say(language, words.days, { days: total.days }),
      note: (
        <>
          {say(language, words.totalAtLeast, { days: total.minimumDays })}{' '}
          {total.section === null ? null : <Code>{total.section}</Code>}{' '}
          {total.unconfirmed ? <Unconfirmed language={language} /> : null}
        </>
      ),
    },
  ]
}

function AgainstTheLaw({ data, language }: { data: ProgrammeData; language: Language }): ReactNode {
  const { check, orderReference } = data.inForce
  const short = !check.total.kept || check.findings.some(({ kind }) => kind === 'shorter-than-law')
  if (!short) return <Notice kind="good" title={say(language, words.keepsLaw)} />
  return (
    <Notice kind="late" title={say(language, words.lessThanLaw)}>
      {orderReference === null ? null : <p>{say(language, words.byOrder, { order: orderReference })}</p>}
    </Notice>
  )
}

function ClockTable({ clocks, language }: { clocks: readonly PublishedClock[]; language: Language }): ReactNode {
  return (
    <Table
      caption={say(language, words.clocks)}
      hideCaption
      language={language}
      rows={clocks}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', head: say(language, words.clock), names: true, cell: ({ name }) => name[language] },
        {
          key: 'due',
          head: say(language, words.dueAt),
          cell: ({ dueAt, unconfirmed }) => (
            <>
              {dueAt === null ? say(language, words.afterConsolidation) : <DueAt at={dueAt} language={language} />}{' '}
              {unconfirmed ? <Unconfirmed language={language} /> : null}
            </>
          ),
        },
        {
          key: 'section',
          head: say(language, words.section),
          cell: ({ section }) => (section === null ? '–' : <Code>{section}</Code>),
        },
      ]}
    />
  )
}

/** An instant at midnight is said as the end of the day before: nobody takes 00:00 for the end of a time limit. */
function DueAt({ at, language }: { at: string; language: Language }): ReactNode {
  const day = karachiDate(new Date(Date.parse(at) - 1))
  if (karachiInstant(day, 24).toISOString() !== at) return <When at={at} language={language} />
  return <time dateTime={at}>{say(language, words.endOfDay, { day: formatDay(language, day) })}</time>
}
