import { DataTable, useSpeech } from '@intikhab/kernel/console'
import { say } from '@intikhab/kernel/language'
import { Code } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { resultsRefusals } from '../../core/refusals.ts'
import { words } from '../words.ts'
import { staffWords } from './words.ts'

const kinds = new Map(Object.values(resultsRefusals).map((kind) => [kind.code, kind]))

/** How often bundles were refused, by code, with the sentence that the sender was told. */
export function RefusedBundles({ byCode }: { byCode: Readonly<Record<string, number>> }): ReactNode {
  const { language, t } = useSpeech()
  const told = (code: string): string | null => {
    const kind = kinds.get(code)
    if (kind === undefined) return null
    // The counters keep no figures: a sentence that needs some is shown by its code alone.
    return kind[language].includes('{') ? null : say(language, kind)
  }
  return (
    <DataTable
      caption={t(staffWords.refusalsTitle)}
      empty={t(staffWords.noRefusals)}
      rows={Object.entries(byCode).map(([code, count]) => ({ code, count }))}
      rowKey={({ code }) => code}
      file="refused.csv"
      columns={[
        {
          key: 'code',
          head: t(words.refusalCode),
          value: ({ code }) => code,
          names: true,
          cell: ({ code }) => (
            <>
              <a href={`/${language}/refusals#${code}`}>
                <Code>{code}</Code>
              </a>
              {told(code) === null ? null : (
                <>
                  <br />
                  <small>{told(code)}</small>
                </>
              )}
            </>
          ),
        },
        { key: 'count', head: t(staffWords.times), value: ({ count }) => count, numeric: true },
      ]}
    />
  )
}
