import { StaffLink, useSpeech } from '@intikhab/kernel/console'
import { Code, Name, Tag } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import type { ReactNode } from 'react'
import { ageOn } from '../../../core/print/age-on.ts'
import { voterValues } from '../../../core/register/told-actions.ts'
import { statusTones } from '../voter/status-tones.ts'
import type { SearchAnswer } from './search-answer.ts'
import { howWords, words } from './words.ts'

type Match = SearchAnswer['matches'][number]

/** Everybody who was found, the best match first. `isOld`: what is typed now has not been answered yet. */
export function FoundList({ matches, isOld }: { matches: readonly Match[]; isOld: boolean }): ReactNode {
  const { t } = useSpeech()
  return (
    <ol className="found-list" aria-label={t(words.results)} data-old={isOld ? '' : undefined}>
      {matches.map((match) => (
        <Found key={match.handle} match={match} />
      ))}
    </ol>
  )
}

function Found({ match }: { match: Match }): ReactNode {
  const { language, t } = useSpeech()
  const { nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, area, block, serial, household } = match
  return (
    <li>
      <p className="found-name">
        <StaffLink to={`/register/${match.district}/voters/${match.handle}`}>
          <bdi lang="ur">{nameUr}</bdi>
          {nameEn === '' ? null : (
            <>
              {' '}
              <bdi lang="en">{nameEn}</bdi>
            </>
          )}
        </StaffLink>
        <span className="found-tags">
          <Tag tone={match.how === 'near' || match.how === 'part' ? 'warn' : 'good'}>{t(howWords[match.how])}</Tag>{' '}
          {match.status === 'active' ? null : (
            <Tag tone={statusTones[match.status]}>{t(voterValues[match.status])}</Tag>
          )}
        </span>
      </p>
      <p>
        {t(voterValues[relation])} <bdi lang="ur">{relationNameUr}</bdi> · {t(voterValues[gender])} ·{' '}
        {t(words.age, { age: ageOn(karachiDate(new Date()), dateOfBirth) })} · <Code>{match.cnic}</Code>
      </p>
      <p className="quiet">
        <Name text={area} language={language} /> ·{' '}
        {serial === null || household === null ? (
          <>
            <Code>{block}</Code> · {t(words.noEntry)}
          </>
        ) : (
          t(words.entry, { block, serial, household })
        )}
      </p>
    </li>
  )
}
