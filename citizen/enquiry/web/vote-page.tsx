import { formatInstant, say, type Language, type Text } from '@intikhab/kernel/language'
import type { Outcome } from '@intikhab/kernel/refusal'
import {
  Button,
  Code,
  Facts,
  Field,
  Notice,
  ProblemSummary,
  publicPage,
  type Fact,
  type NoticeKind,
} from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { AnswerSeat, EnquiryAnswer, EnquiryState } from '../core/answer.ts'
import { enquiryWords, sentencesOf } from '../core/words.ts'
import { words } from './words.ts'

const titles: Readonly<Record<EnquiryState, readonly [Text, NoticeKind]>> = {
  'found-assigned': [words.youVoteAt, 'good'],
  'found-unassigned': [words.notYet, 'plain'],
  overseas: [words.overseas, 'plain'],
  blocked: [words.blocked, 'late'],
  'deceased-flagged': [words.deceased, 'late'],
  'not-registered': [words.notRegistered, 'late'],
}

/** The form. It posts, so that the number stands in no address, history or log; it needs no script. */
export function EnquiryForm(props: { language: Language; typed?: string; problem?: string | undefined }): ReactNode {
  const { language, typed, problem } = props
  return (
    <form method="post" action={`/${language}/vote`} noValidate>
      <Field
        id="cnic"
        label={say(language, words.cnic)}
        hint={say(language, words.cnicHint)}
        problem={problem}
        input={{
          name: 'cnic',
          type: 'text',
          inputMode: 'numeric',
          autoComplete: 'off',
          maxLength: 60,
          dir: 'ltr',
          defaultValue: typed ?? '',
        }}
      />
      <Button>{say(language, words.find)}</Button>
    </form>
  )
}

/** The question before it is asked. */
function QuestionScreen({ language }: { language: Language }): ReactNode {
  return (
    <>
      <h1>{say(language, words.title)}</h1>
      <p className="lead">{say(language, words.lead)}</p>
      <EnquiryForm language={language} />
      <p className="caption">{say(language, words.privacy)}</p>
    </>
  )
}

function Station({ seat, language }: { seat: AnswerSeat; language: Language }): ReactNode {
  const { station } = seat
  if (station === null)
    return (
      <p>
        {say(language, enquiryWords.noStation, {
          code: seat.code,
          seat: language === 'ur' ? seat.nameUr : seat.nameEn,
        })}
      </p>
    )
  const name = language === 'ur' ? station.nameUr : station.nameEn
  const { latitude, longitude } = station
  return (
    <div className="answer-station">
      <p className="caption">
        <Code>{seat.code}</Code> <bdi>{language === 'ur' ? seat.nameUr : seat.nameEn}</bdi>
      </p>
      <p className="answer-name">
        <bdi>{name}</bdi>
      </p>
      <p>
        {say(language, words.number, { number: String(station.number) })} · {say(language, words[station.kind])}
        {latitude === null || longitude === null ? null : (
          <>
            {' · '}
            <a href={`geo:${latitude},${longitude}`}>{say(language, words.map)}</a>
          </>
        )}
      </p>
    </div>
  )
}

function registrationFacts({ registration }: EnquiryAnswer, language: Language): Fact[] {
  if (registration === null) return []
  const { block, areaEn, areaUr, serial, household } = registration
  return [
    { key: 'block', name: say(language, words.block), value: <Code>{block}</Code> },
    { key: 'serial', name: say(language, words.serial), value: <Code>{String(serial)}</Code> },
    { key: 'household', name: say(language, words.household), value: <Code>{String(household)}</Code> },
    { key: 'area', name: say(language, words.area), value: <bdi>{language === 'ur' ? areaUr : areaEn}</bdi> },
  ]
}

/** What remains to be said once block, serial, household and stations stand above in large type. */
function adviceOf(answer: EnquiryAnswer, language: Language): string[] {
  const shown = (answer.registration === null ? 0 : 2) + (answer.state === 'overseas' ? 0 : answer.seats.length)
  return sentencesOf(language, answer).slice(shown)
}

function AnswerScreen({ answer, language }: { answer: EnquiryAnswer; language: Language }): ReactNode {
  const [title, kind] = titles[answer.state]
  const facts = registrationFacts(answer, language)
  return (
    <>
      <h1>{say(language, words.title)}</h1>
      <Notice kind={kind} title={say(language, title)} live>
        {answer.state === 'overseas'
          ? null
          : answer.seats.map((seat) => <Station key={seat.code} seat={seat} language={language} />)}
      </Notice>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      <ul className="plain-list">
        {adviceOf(answer, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {answer.state === 'found-assigned' ? <p>{say(language, words.tomorrow)}</p> : null}
      <p className="caption">
        {say(language, words.asOf, {
          number: answer.edition.number,
          at: formatInstant(language, new Date(answer.edition.madeAt)),
        })}
      </p>
      <p>
        <a href={`/${language}/claims`}>{say(language, words.claim)}</a>
      </p>
      <p>
        <a href={`/${language}/vote`}>{say(language, words.another)}</a>
      </p>
    </>
  )
}

/** What comes back to a question: the answer, or the form again with what is wrong. */
export function EnquiryOutcome(props: {
  outcome: Outcome<EnquiryAnswer>
  /** As typed, to be corrected. */
  typed: string
  language: Language
}): ReactNode {
  const { outcome, typed, language } = props
  if (outcome.ok) return <AnswerScreen answer={outcome.value} language={language} />
  const { kind, field } = outcome.refusal
  const says = kind[language]
  return (
    <>
      <h1>{say(language, words.title)}</h1>
      {field === undefined ? (
        <Notice kind="late" title={says} live />
      ) : (
        <ProblemSummary language={language} problems={[{ field: 'cnic', says }]} />
      )}
      <EnquiryForm language={language} typed={typed} problem={field === undefined ? undefined : says} />
    </>
  )
}

/** Title of the page, whatever it answers. */
export function enquiryTitle(language: Language): string {
  return say(language, words.title)
}

export const votePage = publicPage<true>({
  path: '/vote',
  section: 'vote',
  load: () => Promise.resolve(true),
  title: (_data, language) => enquiryTitle(language),
  Screen: ({ language }) => <QuestionScreen language={language} />,
})
