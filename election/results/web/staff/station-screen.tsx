import { Loaded, StaffLink, useEdition, useGet, useSession, useSpeech } from '@intikhab/kernel/console'
import { Code, Empty, Name, Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { readStation, type StationResult } from '../../core/read-edition.ts'
import type { ContestResult } from '../../core/edition.ts'
import type { NewestForms } from '../../server/routes-seat.ts'
import { FindingsList } from '../findings-list.tsx'
import { AccountForm, CountForm, OriginFacts } from '../station-form.tsx'
import { History } from '../station-history.tsx'
import { words } from '../words.ts'
import { CorrectionForm } from './correction-form.tsx'
import { mayInSeat } from './seat-data.ts'
import { staffWords } from './words.ts'

const everyMs = 2500

/** One station's forms: as published, what the checks found, and for the returning officer the correction. */
export function StationScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const [election, contestId, number] = [params['election'] ?? '', params['contest'] ?? '', Number(params['station'])]
  const { t } = useSpeech()
  const person = useSession()
  const published = useEdition(
    `results-${election}`,
    ['station', contestId, String(number)],
    async (edition) => (edition === null ? null : ((await readStation(edition, contestId, number)) ?? null)),
    everyMs,
  )
  const formsPath = `/api/results/${election}/contests/${contestId}/stations/${number}/forms`
  const newest = useGet<NewestForms>(formsPath)
  return (
    <>
      <p>
        <StaffLink to={`/results/${election}/seats/${contestId}`}>{t(staffWords.backToSeat)}</StaffLink>
        {person.may('history.read') ? (
          <>
            {' · '}
            <StaffLink to={`/history/${election}/${contestId}/${number}`}>{t(staffWords.itsHistory)}</StaffLink>
          </>
        ) : null}
      </p>
      <Loaded query={published}>
        {(found) =>
          found === null ? (
            <>
              <h1>
                <Code>{`${contestId}/${number}`}</Code>
              </h1>
              <Notice title={t(staffWords.notPublished)}>
                <p>{t(staffWords.notPublishedWhy)}</p>
              </Notice>
            </>
          ) : (
            <>
              <Published {...found} />
              {mayInSeat(person, 'results.correct', contestId) ? (
                <Loaded query={newest}>
                  {(forms) => <CorrectionForm contest={found.contest} number={number} forms={forms} />}
                </Loaded>
              ) : (
                <Notice title={t(staffWords.readOnly)} />
              )}
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Published({ contest, result }: { contest: ContestResult; result: StationResult }): ReactNode {
  const { language, t } = useSpeech()
  const { station, forms } = result
  const [count, account] = [forms?.count.at(-1), forms?.account.at(-1)]
  const findings = [...(count?.findings ?? []), ...(account?.findings ?? []), ...(forms?.findings ?? [])]
  return (
    <>
      <h1>
        <Code>{station.stationId}</Code> <Name text={station.name} language={language} />
      </h1>
      <h2>{t(words.findingsTitle)}</h2>
      {findings.length === 0 ? (
        <Empty>{t(count === undefined ? words.stationAwaited : words.noFindings)}</Empty>
      ) : (
        <FindingsList findings={findings} language={language} />
      )}
      {count === undefined ? null : (
        <>
          <h2>{t(words.formTitle)}</h2>
          <CountForm version={count} candidates={contest.candidates} language={language} />
          <OriginFacts version={count} language={language} />
          <History versions={forms?.count ?? []} language={language} />
        </>
      )}
      {account === undefined ? null : (
        <details className="check">
          <summary>{t(words.accountTitle)}</summary>
          <AccountForm version={account} language={language} />
          <OriginFacts version={account} language={language} />
        </details>
      )}
    </>
  )
}
