import { Loaded, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { Empty, nameIn, Tag, When } from '@intikhab/kernel/screens'
import { NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { suspicionKinds } from '../../../core/quality/suspicion.ts'
import type { SuspicionList } from '../../../server/quality/quality-routes.ts'
import { openSuspicions } from '../desk/quality-panel.tsx'
import { suspicionNames } from '../desk/words.ts'
import { DistrictChoice } from '../district-choice.tsx'
import { ChanceTag } from './chance-tag.tsx'
import './quality.css'
import { RunNotice } from './run-notice.tsx'
import { words } from './words.ts'

/** What the roll of a district is suspected of, for its officer to decide. */
export function QualityScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.quality)}</h1>
      <p className="lead">{t(words.lead)}</p>
      <DistrictChoice>{({ code }) => <OfDistrict key={code} district={code} />}</DistrictChoice>
    </>
  )
}

type State = 'open' | 'decided'

const asked = (state: State, kind: string) => `state=${state}${kind === '' ? '' : `&kind=${kind}`}`

/** The address of a list, by which it is kept fresh. */
export function listPath(district: string, state: State, kind: string): string {
  return `/api/rolls/districts/${district}/suspicions?${asked(state, kind)}`
}

/** The address of all of a list as CSV. */
const tablePath = (district: string, state: State, kind: string) =>
  `/api/rolls/districts/${district}/suspicions.csv?${asked(state, kind)}`

function OfDistrict({ district }: { district: string }): ReactNode {
  const { language, t } = useSpeech()
  const [kind, setKind] = useState('')
  const [state, setState] = useState<State>('open')
  const path = listPath(district, state, kind)
  return (
    <Loaded query={useGet<SuspicionList>(path, { everyMs: 10_000 })}>
      {(list) => (
        <>
          <RunNotice run={list.run} path={path} />
          <div className="quality-choice">
            <NativeSelect
              label={t(words.kind)}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value)}
              data={[
                { value: '', label: `${t(words.all)} (${formatNumber(language, openSuspicions(list))})` },
                ...suspicionKinds.map((each) => ({
                  value: each,
                  label: `${t(suspicionNames[each])} (${formatNumber(language, list.open[each] ?? 0)})`,
                })),
              ]}
            />
            <NativeSelect
              label={t(words.state)}
              value={state}
              onChange={(event) => setState(event.currentTarget.value === 'open' ? 'open' : 'decided')}
              data={[
                { value: 'open', label: t(words.open) },
                { value: 'decided', label: t(words.decidedOnes) },
              ]}
            />
          </div>
          <Suspicions
            district={district}
            list={list}
            isOpen={state === 'open'}
            csv={tablePath(district, state, kind)}
          />
        </>
      )}
    </Loaded>
  )
}

function Suspicions(props: { district: string; list: SuspicionList; isOpen: boolean; csv: string }): ReactNode {
  const { district, list, isOpen, csv } = props
  const { language, t } = useSpeech()
  const { suspicions, all } = list
  if (suspicions.length === 0) return <Empty>{t(isOpen ? words.none : words.noneDecided)}</Empty>
  return (
    <>
      <p className="quiet">
        {all > suspicions.length ? `${t(words.first, { shown: suspicions.length, all })} ` : null}
        <a href={csv} download>
          {t(words.csv, { all })}
        </a>
      </p>
      <ol className="suspicion-list">
        {suspicions.map((suspicion) => {
          const { id, kind, reasons, people, isAcrossDistricts, decided } = suspicion
          return (
            <li key={id}>
              <p className="suspicion-head">
                <StaffLink to={`/quality/${district}/${id}`}>{t(suspicionNames[kind])}</StaffLink>{' '}
                {decided === null ? (
                  <ChanceTag suspicion={suspicion} />
                ) : (
                  <Tag tone="plain">{t(words[decided.decision])}</Tag>
                )}{' '}
                <span className="quiet">
                  {t(words.people, { people })}
                  {isAcrossDistricts ? ` · ${t(words.across)}` : ''}
                </span>
              </p>
              <p>{reasons.map((reason) => nameIn(language, reason)).join(' ')}</p>
              {decided === null ? null : (
                <p className="quiet">
                  <When at={decided.at} language={language} /> · <bdi>{decided.reason}</bdi>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
