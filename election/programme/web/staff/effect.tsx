import { ProblemNotice, useSpeech, type Refused } from '@intikhab/kernel/console'
import { Empty, Notice } from '@intikhab/kernel/screens'
import { stageLabels } from '@intikhab/law'
import type { ProgrammeFinding, StageChange } from '@intikhab/law'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ChangeTable } from '../change-table.tsx'
import { FindingTag } from '../stage-timeline.tsx'
import type { Preview } from './programme-data.ts'
import { staffWords } from './words.ts'

/** What a proposed change does: stages that move or shrink, what the check finds, and whether an order is needed. */
export function Effect(props: {
  preview: UseQueryResult<Preview, Refused>
  isChanged: boolean
  order: string
}): ReactNode {
  const { preview, isChanged, order } = props
  const { t } = useSpeech()
  if (!isChanged) return <Empty>{t(staffWords.nothingChanged)}</Empty>
  if (preview.isError) return <ProblemNotice problem={preview.error.problem} />
  if (preview.data === undefined) return <p className="waiting">{t(staffWords.checking)}</p>
  return <Seen preview={preview.data} order={order} />
}

/** What a named order or a typed reason cannot heal. */
function blockOf({ refusal }: Preview): Preview['refusal'] {
  const curable = refusal?.code === 'programme.order-needed' || refusal?.code === 'programme.reason-missing'
  return curable ? null : refusal
}

function Seen({ preview, order }: { preview: Preview; order: string }): ReactNode {
  const { language, t } = useSpeech()
  const { changes, check, orderRequired } = preview.change
  const findings = check.findings as readonly ProgrammeFinding[]
  const block = blockOf(preview)
  const title =
    block !== null
      ? block[language]
      : !orderRequired
        ? t(staffWords.lawKept)
        : order.trim() === ''
          ? t(staffWords.orderNeeded)
          : t(staffWords.orderNamed, { order })
  return (
    <div aria-live="polite">
      <Notice kind={block !== null ? 'problem' : orderRequired ? 'late' : 'good'} title={title}>
        <p>{t(staffWords.totalKept, { days: check.total.days, minimum: check.total.minimumDays })}</p>
        {findings.length === 0 ? null : (
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.stage} ${finding.kind}`}>
                {t(stageLabels[finding.stage])} <FindingTag finding={finding} language={language} />
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <ChangeTable caption={t(staffWords.moved)} changes={changes as readonly StageChange[]} language={language} />
    </div>
  )
}
