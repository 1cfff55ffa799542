import { formatList, say, type Language } from '@intikhab/kernel/language'
import { Count, Facts, nameIn, Share, type Fact } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { registryColumns } from '../../core/statistics/district-tables.ts'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { FigureFoot } from './figure-foot.tsx'
import { lineOf, type OpenStatistics } from './load.ts'
import { words } from './words.ts'

/** What the civil registry told of a district, against its roll; `not known` where it told nothing. */
export function RegistryFacts(props: { open: OpenStatistics; code: string; language: Language }): ReactNode {
  const { open, code, language } = props
  const line = lineOf(open.statistics.registry, 'districts', code)
  const at = (column: (typeof registryColumns)[number]) => line?.counts[registryColumns.indexOf(column)]
  const fact = (column: (typeof registryColumns)[number], of?: (typeof registryColumns)[number]): Fact => {
    const n = at(column)
    const whole = of === undefined ? undefined : at(of)
    return {
      key: column,
      name: say(language, words[column]),
      value: n === undefined ? say(language, words.notKnown) : <Count n={n} language={language} />,
      ...(n === undefined || whole === undefined ? {} : { note: <Share n={n} of={whole} language={language} /> }),
    }
  }
  return (
    <section>
      <h2>{say(language, words.registry)}</h2>
      {line === undefined || line.areas.length === 1 ? null : (
        <p className="caption">
          {formatList(
            language,
            line.areas.map((area) => nameIn(language, open.nameOf(area))),
          )}{' '}
          <small className="counted-together">{say(language, words.together)}</small>
        </p>
      )}
      <Facts
        facts={[fact('cardsIssued'), fact('enrolled', 'cardsIssued'), fact('deaths'), fact('removed', 'deaths')]}
      />
      {line === undefined ? null : (
        <FigureFoot open={open} path={statisticsPaths.table('registry', 'districts')} language={language} />
      )}
    </section>
  )
}
