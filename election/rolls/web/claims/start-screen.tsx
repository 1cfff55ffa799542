import { say, type Language } from '@intikhab/kernel/language'
import { rulePacks } from '@intikhab/law'
import type { ReactNode } from 'react'
import { claimPurposes } from '../../core/claims/claim-content.ts'
import { claimForms, formOf, type ClaimPeriod } from '../../core/claims/forms.ts'
import { paperWords } from '../../core/claims/paper-words.ts'
import { claimWords } from '../../core/claims/words.ts'
import { stepsOf, type PublishedStage } from '../../core/editions/published-stage.ts'
import { stageAt } from '../../core/editions/stages.ts'
import { StageNotice } from '../editions/display-pages.tsx'
import { FollowForm } from './claim-screens.tsx'
import { purposeTitle } from './form-screens.tsx'
import { words } from './words.ts'

const doors = [
  ['registration', words.registerWhy],
  ['correction', words.correctWhy],
  ['objection', words.objectWhy],
] as const

/** The forms of a period by what they are for: of the newest law, in which a claim of today is lodged. */
function formsOf(period: ClaimPeriod): { readonly purpose: (typeof claimPurposes)[number]; readonly form: string }[] {
  const pack = rulePacks.at(-1)
  return pack === undefined ? [] : claimPurposes.map((purpose) => ({ purpose, form: formOf(pack, period, purpose) }))
}

/** The blank forms of a period, to be printed. */
function BlankForms({ language, period }: { language: Language; period: ClaimPeriod }): ReactNode {
  const isDisplay = period === 'display'
  return (
    <section>
      <h3>{say(language, isDisplay ? words.inDisplay : words.allYear)}</h3>
      <p>{say(language, isDisplay ? words.inDisplayWhy : words.allYearWhy)}</p>
      <ul>
        {formsOf(period).map(({ form, purpose }) => (
          <li key={form}>
            <a href={`/api/rolls/forms/${form}?language=${language}`}>
              {say(language, paperWords.form, { form, title: say(language, claimForms[purpose].title) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where everybody begins who wants something of the roll; on the days of a display with the forms of the display first. */
export function StartScreen(props: {
  readonly stage: PublishedStage | undefined
  readonly now: Date
  readonly language: Language
}): ReactNode {
  const { stage, now, language } = props
  const displayed = stage !== undefined && stageAt(stepsOf(stage), now).stage === 'display' ? stage : undefined
  const periods = displayed === undefined ? (['all-year', 'display'] as const) : (['display', 'all-year'] as const)
  const forms = new Map(formsOf(periods[0]).map(({ purpose, form }) => [purpose, form]))
  return (
    <>
      <h1>{say(language, words.title)}</h1>
      <p className="lead">{say(language, words.lead)}</p>
      {displayed === undefined ? null : (
        <>
          <StageNotice stage={displayed} now={now} language={language} withLink />
          <p>{say(language, words.revisingDecides)}</p>
        </>
      )}
      <ul className="cards">
        {doors.map(([purpose, why]) => (
          <li key={purpose}>
            <h2>
              <a href={`/${language}/claims/${purpose}`}>{purposeTitle(purpose, language)}</a>
            </h2>
            <p>{say(language, why)}</p>
            <p className="caption">{say(language, claimWords.formNumber, { form: forms.get(purpose) ?? '' })}</p>
          </li>
        ))}
      </ul>
      <h2>{say(language, words.follow)}</h2>
      <FollowForm language={language} />
      <h2>{say(language, words.onPaper)}</h2>
      {periods.map((period) => (
        <BlankForms key={period} language={language} period={period} />
      ))}
    </>
  )
}
