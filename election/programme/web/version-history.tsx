import { formatDay, formatList, say } from '@intikhab/kernel/language'
import type { Language } from '@intikhab/kernel/language'
import { Code, Facts, When } from '@intikhab/kernel/screens'
import type { Fact } from '@intikhab/kernel/screens'
import { stageLabels } from '@intikhab/law'
import type { ReactNode } from 'react'
import type { PublishedVersion } from '../core/edition.ts'
import { ChangeTable } from './change-table.tsx'
import { FindingTag } from './stage-timeline.tsx'
import { words } from './words.ts'

/** Every version of a programme, the newest first, with its reason, its order, its findings and what it changed. */
export function VersionHistory(props: { versions: readonly PublishedVersion[]; language: Language }): ReactNode {
  const { versions, language } = props
  return versions.toReversed().map((version) => (
    <section key={version.version} aria-labelledby={`version-${version.version}`}>
      <h3 id={`version-${version.version}`}>{say(language, words.version, { version: version.version })}</h3>
      <Facts facts={facts(version, language)} />
      {version.changes.length === 0 ? (
        <p>{say(language, words.firstVersion)}</p>
      ) : (
        <ChangeTable
          caption={say(language, words.changesOf, { version: version.version })}
          changes={version.changes}
          language={language}
        />
      )}
    </section>
  ))
}

function facts(version: PublishedVersion, language: Language): readonly Fact[] {
  const { madeAt, reason, orderReference, approvalId, holidays, check } = version
  return [
    { key: 'made', name: say(language, words.madeAt), value: <When at={madeAt} language={language} /> },
    { key: 'reason', name: say(language, words.reason), value: <bdi>{reason}</bdi> },
    {
      key: 'order',
      name: say(language, words.order),
      value: orderReference === null ? say(language, words.noOrder) : <bdi>{orderReference}</bdi>,
    },
    {
      key: 'approval',
      name: say(language, words.approval),
      value: approvalId === null ? say(language, words.noApproval) : <Code>{approvalId}</Code>,
    },
    {
      key: 'holidays',
      name: say(language, words.holidays),
      value:
        holidays.length === 0
          ? say(language, words.none)
          : formatList(
              language,
              holidays.map((day) => formatDay(language, day)),
            ),
    },
    {
      key: 'findings',
      name: say(language, words.findings),
      value:
        check.findings.length === 0 ? (
          say(language, words.noFindings)
        ) : (
          <ul>
            {check.findings.map((finding) => (
              <li key={`${finding.stage}-${finding.kind}`}>
                {stageLabels[finding.stage][language]} <FindingTag finding={finding} language={language} />
              </li>
            ))}
          </ul>
        ),
    },
  ]
}
