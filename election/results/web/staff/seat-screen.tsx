import { holdsSeat, Loaded, StaffLink, useSession, useSpeech } from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { Code, Headlines, Name, Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { LegalTests } from '../legal-tests.tsx'
import { SetAsideForms } from '../set-aside-forms.tsx'
import { stateText } from '../states.tsx'
import { Recounts } from '../recounts.tsx'
import { words } from '../words.ts'
import { Consolidation } from './consolidation.tsx'
import { PostalForm } from './postal-form.tsx'
import { RecountForm } from './recount-form.tsx'
import { isBlocked, mayInSeat, useSeat, type SeatNow } from './seat-data.ts'
import { SeatStations } from './seat-stations.tsx'
import { StandingsTable } from './standings-table.tsx'
import { staffWords } from './words.ts'

/** One seat for those who work on it: what is in, what holds it up, the stations, the postal row, the documents. */
export function SeatScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const [election, contest] = [params['election'] ?? '', params['contest'] ?? '']
  const { t } = useSpeech()
  const { may } = useSession()
  return (
    <>
      <p>
        <StaffLink to={`/results/${election}`}>{t(staffWords.backToDesk)}</StaffLink>
        {may('history.read') ? (
          <>
            {' · '}
            <StaffLink to={`/history/${election}/${contest}`}>{t(staffWords.itsHistory)}</StaffLink>
          </>
        ) : null}
      </p>
      <Loaded query={useSeat(election, contest)}>
        {(seat) =>
          seat === null ? (
            <>
              <h1>
                <Code>{contest}</Code>
              </h1>
              <Notice title={t(staffWords.notPublished)}>
                <p>{t(staffWords.notPublishedWhy)}</p>
              </Notice>
            </>
          ) : (
            <Seat seat={seat} />
          )
        }
      </Loaded>
    </>
  )
}

function Seat({ seat }: { seat: SeatNow }): ReactNode {
  const { language, t } = useSpeech()
  const person = useSession()
  const { contest } = seat
  const { counters, totals } = contest
  const mine = holdsSeat(person, contest.contestId)
  return (
    <>
      <h1>
        <Code>{contest.contestId}</Code> <Name text={contest.name} language={language} />
      </h1>
      <Headlines
        facts={[
          {
            key: 'stations',
            name: t(words.stations),
            value: formatNumber(language, counters.received),
            note: t(staffWords.expectedNote, { expected: counters.expected }),
          },
          { key: 'state', name: t(words.state), value: t(stateText(contest)) },
          { key: 'valid', name: t(words.valid), value: formatNumber(language, totals.valid) },
          { key: 'excluded', name: t(words.excludedVotes), value: formatNumber(language, totals.excluded) },
          {
            key: 'margin',
            name: t(words.margin),
            value: contest.margin === null ? '–' : formatNumber(language, contest.margin),
          },
        ]}
      />
      {mayInSeat(person, 'results.correct', contest.contestId) ? null : <Notice title={t(staffWords.readOnly)} />}
      <WhatIsLeft seat={seat} />
      <p>
        <a href={`/${language}/results/${contest.electionId}/seats/${contest.contestId}`}>{t(staffWords.publicPage)}</a>
      </p>
      <SeatStations seat={seat} />
      <SetAsideForms
        contest={contest}
        language={language}
        act={({ bundleId, decision }) =>
          decision === null && mayInSeat(person, 'results.decide-late', contest.contestId) ? (
            <StaffLink to={`/results/${contest.electionId}/seats/${contest.contestId}/set-aside/${bundleId}`}>
              {t(staffWords.decide)}
            </StaffLink>
          ) : null
        }
      />
      <StandingsTable contest={contest} />
      <LegalTests tests={contest.tests} language={language} />
      <Recounts contest={contest} now={new Date()} language={language} />
      <RecountForm contest={contest} />
      {mine && contest.noCount === null ? <PostalForm contest={contest} /> : null}
      <Consolidation seat={seat} mayAct={mine && contest.noCount === null} />
    </>
  )
}

/** What stands between this seat and its Form-48. */
function WhatIsLeft({ seat: { contest, stations } }: { seat: SeatNow }): ReactNode {
  const { t } = useSpeech()
  if (contest.noCount !== null || contest.state === 'declared') return null
  const awaited = contest.counters.expected - contest.counters.received
  const blocking = stations.filter(isBlocked).length
  const left = [
    ...(awaited === 0 ? [] : [t(staffWords.stationsAwaited, { count: awaited })]),
    ...(blocking === 0 ? [] : [t(staffWords.formsBlocking, { count: blocking })]),
    ...(contest.postal === null ? [t(staffWords.postalMissing)] : []),
  ]
  return (
    <Notice kind={left.length === 0 ? 'good' : 'late'} title={t(staffWords.whatIsLeft)}>
      {left.length === 0 ? (
        <p>{t(staffWords.nothingLeft)}</p>
      ) : (
        <ul>
          {left.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
