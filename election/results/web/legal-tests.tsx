import { say, type Language, type Text } from '@intikhab/kernel/language'
import { Facts, Tag, Unconfirmed, type TagTone } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { LegalTest } from '../core/edition.ts'
import { words } from './words.ts'

const texts: Readonly<Record<LegalTest['name'], { name: Text; says: Text; yes: Text; no: Text }>> = {
  'recount-margin': { name: words.testMargin, says: words.testMarginSays, yes: words.testApplies, no: words.testNot },
  'recount-excluded': {
    name: words.testExcluded,
    says: words.testExcludedSays,
    yes: words.testApplies,
    no: words.testNot,
  },
  'women-turnout': {
    name: words.testWomen,
    says: words.testWomenSays,
    yes: words.testWomenApplies,
    no: words.testWomenFine,
  },
}

function verdict(test: LegalTest): readonly [Text, TagTone] {
  const { yes, no } = texts[test.name]
  if (test.applies === null) return [words.testUnknown, 'plain']
  return test.applies ? [yes, 'warn'] : [no, 'plain']
}

/** The tests of the law on a seat's figures, each with the figures it was made of and its section. */
export function LegalTests({ tests, language }: { tests: readonly LegalTest[]; language: Language }): ReactNode {
  if (tests.length === 0) return null
  return (
    <>
      <h2>{say(language, words.tests)}</h2>
      <Facts
        facts={tests.map((test) => {
          const [text, tone] = verdict(test)
          return {
            key: test.name,
            name: say(language, texts[test.name].name),
            value: <Tag tone={tone}>{say(language, text)}</Tag>,
            note: (
              <>
                {say(language, texts[test.name].says, test.figures)} {test.section}{' '}
                {test.unconfirmed ? <Unconfirmed language={language} /> : null}
              </>
            ),
          }
        })}
      />
      <p className="caption">{say(language, words.testsNote)}</p>
    </>
  )
}
