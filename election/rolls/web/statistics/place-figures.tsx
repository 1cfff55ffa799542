import { formatList, formatPercent, say, type Language } from '@intikhab/kernel/language'
import { Count, Headlines, nameIn, Notice, type Fact } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { genderGap } from '../../core/statistics/gender-gap.ts'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import type { TableLevel } from '../../core/statistics/published-table.ts'
import { AgePyramid, AgeTable } from './age-pyramid.tsx'
import { FigureFoot } from './figure-foot.tsx'
import { ProvedFigure } from './proved-figure.tsx'
import { lineOf, type OpenStatistics } from './load.ts'
import { words } from './words.ts'

/** How many of 100 they are, to a decimal, as a caption or a column says it that names the hundred. */
export function of100(language: Language, n: number, of: number): string {
  return formatPercent(language, n, of).replace('%', '')
}

/** A section of the Act as each language writes it: `s.47`, and after `دفعہ` the number alone. */
export function sectionIn(language: Language, section: string | null): string {
  return section === null ? '' : language === 'ur' ? section.replace(/^s\./, '') : section
}

/** Voters, women and gap of the country or of a place, each with what it is a share of. */
export function genderFacts(counts: readonly number[], language: Language, percent: number): Fact[] {
  const [voters = 0, women = 0] = counts
  const { difference } = genderGap(counts, percent)
  return [
    { key: 'voters', name: say(language, words.registered), value: <Count n={voters} language={language} /> },
    {
      key: 'women',
      name: say(language, words.women),
      value: <Count n={women} language={language} />,
      note: say(language, words.womenSentence, { women: of100(language, women, voters) }),
    },
    {
      key: 'gap',
      name: say(language, words.gap),
      value: formatPercent(language, difference, voters),
      note: say(language, difference < 0 ? words.gapReversed : words.gapMeans, { n: Math.abs(difference), voters }),
    },
  ]
}

/** Headlines of a district or seat; where its gap calls for measures, that it does. */
export function PlaceHeadlines(props: {
  open: OpenStatistics
  level: TableLevel
  code: string
  language: Language
}): ReactNode {
  const { open, level, code, language } = props
  const { genderGap: law, leastPublished: least, tables } = open.statistics
  const line = lineOf(tables.gender, level, code)
  if (line === undefined) return <Notice title={say(language, words.notTold, { least })} />
  const disabled = lineOf(tables.disability, level, code)
  const isAlone = disabled?.areas.length === 1
  const sum = disabled?.counts.reduce((all, n) => all + n, 0) ?? 0
  return (
    <>
      {line.areas.length === 1 ? null : <TogetherNote open={open} areas={line.areas} language={language} />}
      <Headlines
        facts={[
          ...genderFacts(line.counts, language, law.percent),
          ...(isAlone
            ? [
                {
                  key: 'disabled',
                  name: say(language, words.disabled),
                  value: <Count n={sum} language={language} />,
                  note: say(language, words.disabledNote, { total: line.counts[0] ?? 0 }),
                },
              ]
            : []),
        ]}
      />
      {genderGap(line.counts, law.percent).isAbove ? (
        <Notice
          kind="late"
          title={say(language, words.aboveLaw, { percent: law.percent, section: sectionIn(language, law.section) })}
        />
      ) : null}
      <FigureFoot open={open} path={statisticsPaths.table('gender', level)} language={language} />
    </>
  )
}

function TogetherNote(props: { open: OpenStatistics; areas: readonly string[]; language: Language }): ReactNode {
  const { open, areas, language } = props
  const places = formatList(
    language,
    areas.map((code) => nameIn(language, open.nameOf(code))),
  )
  return (
    <p className="caption">{say(language, words.agesTogether, { places, least: open.statistics.leastPublished })}</p>
  )
}

/** Ages of a district or seat, by itself or with the places with which it is counted. */
export function PlaceAges(props: {
  open: OpenStatistics
  level: TableLevel
  code: string
  language: Language
}): ReactNode {
  const { open, level, code, language } = props
  const { tables, leastPublished: least } = open.statistics
  const line = lineOf(tables.ages, level, code)
  if (line === undefined) return <Notice title={say(language, words.notTold, { least })} />
  const total = line.counts.reduce((sum, n) => sum + n, 0)
  return (
    <ProvedFigure
      title={say(language, words.byAge)}
      denominator={say(language, words.byAgeDenominator, { total })}
      open={open}
      path={statisticsPaths.table('ages', level)}
      language={language}
    >
      {line.areas.length === 1 ? null : <TogetherNote open={open} areas={line.areas} language={language} />}
      <AgePyramid counts={line.counts} language={language} />
      <AgeTable counts={line.counts} language={language} />
    </ProvedFigure>
  )
}
