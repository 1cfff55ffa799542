import { StaffLink, useSpeech } from '@intikhab/kernel/console'
import { Code, Name, Tag } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { voterValues } from '../../../core/register/told-actions.ts'
import type { SearchAnswer } from '../../../server/names/search-routes.ts'
import { statusTones } from '../voter/status-tones.ts'
import { VoterName, VoterRelation } from '../voter/voter-name.tsx'
import { howWords, words } from './words.ts'

type Match = SearchAnswer['voters'][number]

/** Everybody who was found, the best match first. `isOld`: what is typed now has not been answered yet. */
export function FoundList(props: { district: string; matches: readonly Match[]; isOld: boolean }): ReactNode {
  const { district, matches, isOld } = props
  const { t } = useSpeech()
  return (
    <ol className="found-list" aria-label={t(words.results)} data-old={isOld ? '' : undefined}>
      {matches.map((match) => (
        <Found key={match.handle} district={district} match={match} />
      ))}
    </ol>
  )
}

function Found({ district, match }: { district: string; match: Match }): ReactNode {
  const { language, t } = useSpeech()
  const { gender, yearOfBirth, area, entry, status, how } = match
  return (
    <li>
      <p className="found-name">
        <StaffLink to={`/register/${district}/voters/${match.handle}`}>
          <VoterName {...match} />
        </StaffLink>
        <span>
          <Tag tone={how === 'near' || how === 'part' ? 'warn' : 'good'}>{t(howWords[how])}</Tag>{' '}
          {status === 'active' ? null : <Tag tone={statusTones[status]}>{t(voterValues[status])}</Tag>}
        </span>
      </p>
      <p>
        <VoterRelation {...match} /> · {t(voterValues[gender])} · {t(words.born, { year: String(yearOfBirth) })} ·{' '}
        <Code>{match.cnic}</Code>
      </p>
      <p className="found-entry">
        {area === null ? null : (
          <>
            <Name text={area} language={language} /> ·{' '}
          </>
        )}
        {entry === null ? t(words.noEntry) : t(words.entry, { ...entry })}
      </p>
    </li>
  )
}
