import { Loaded, useGet, useGo, useSession, useSpeech } from '@intikhab/kernel/console'
import { formatNumber, formatTime } from '@intikhab/kernel/language'
import { Empty, Headlines, nameIn, type Fact } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import type { ReactNode } from 'react'
import type { ClaimsDesk } from '../../../server/claims/desk.ts'
import type { DoorDesk } from '../../../server/claims/routes-door.ts'
import type { SuspicionList } from '../../../server/quality/quality-routes.ts'
import { DistrictSelect, useDistricts, type ListedDistrict } from '../district-choice.tsx'
import { staffWords } from '../words.ts'
import { deskWork } from './claim-lines.ts'
import { ClaimsPanels } from './claims-panels.tsx'
import './desk.css'
import { DoorPanel, toVisit } from './door-panel.tsx'
import { FeedPanel } from './feed-panel.tsx'
import { openSuspicions, QualityPanel } from './quality-panel.tsx'
import { RollPanel } from './roll-panel.tsx'
import { words } from './words.ts'

/** How often the desk reads anew. */
const everyMs = 15_000

/** The desk of a District Election Commissioner: what today asks for, and where everything stands. */
export function RegistrationDesk({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useSpeech()
  return (
    <Loaded query={useDistricts()}>
      {({ districts }) => {
        const [first, second] = districts
        if (first === undefined)
          return (
            <>
              <h1>{t(words.desk)}</h1>
              <Empty>{t(staffWords.noDistrict)}</Empty>
            </>
          )
        const chosen =
          districts.find(({ code }) => code === params['district']) ?? (second === undefined ? first : null)
        return <ChosenDistrict districts={districts} chosen={chosen} />
      }}
    </Loaded>
  )
}

function ChosenDistrict(props: { districts: readonly ListedDistrict[]; chosen: ListedDistrict | null }): ReactNode {
  const { districts, chosen } = props
  const { language, t } = useSpeech()
  const go = useGo()
  return (
    <>
      <h1>{chosen === null ? t(words.desk) : t(words.deskOf, { district: nameIn(language, chosen.name) })}</h1>
      {districts.length === 1 ? null : (
        <DistrictSelect
          className="desk-district"
          districts={districts}
          value={chosen?.code ?? ''}
          onChange={(district) => go(`/registration/${district}`)}
        />
      )}
      {chosen === null ? null : <Desk district={chosen.code} />}
    </>
  )
}

function Desk({ district }: { district: string }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  const base = `/api/rolls/districts/${encodeURIComponent(district)}`
  const claims = useGet<ClaimsDesk>(`${base}/claims`, { everyMs })
  const doors = useGet<DoorDesk>(`${base}/door-lists`, { everyMs, enabled: may('rolls.verify') })
  const suspicions = useGet<SuspicionList>(`${base}/suspicions`, { everyMs, enabled: may('rolls.quality') })
  const today = claims.data?.today ?? karachiDate(new Date())
  const work = claims.data === undefined ? undefined : deskWork(claims.data)
  const figure = (key: string, name: string, n: number): Fact => ({ key, name, value: formatNumber(language, n) })
  return (
    <>
      <p className="caption" aria-live="off">
        {claims.dataUpdatedAt === 0
          ? null
          : t(words.asOf, { time: formatTime(language, new Date(claims.dataUpdatedAt)) })}
      </p>
      {work === undefined ? null : (
        <Headlines
          facts={[
            figure('hearings', t(words.hearingsToday), work.hearings),
            figure('overdue', t(words.overdue), work.overdue),
            figure('waiting', t(words.waiting), work.waiting),
            ...(doors.data === undefined ? [] : [figure('visits', t(words.toVisit), toVisit(doors.data))]),
            ...(suspicions.data === undefined
              ? []
              : [figure('suspicions', t(words.suspicions), openSuspicions(suspicions.data))]),
          ]}
        />
      )}
      <div className="columns">
        <div>
          <ClaimsPanels query={claims} />
          {may('rolls.verify') ? <DoorPanel query={doors} /> : null}
        </div>
        <div>
          <RollPanel district={district} today={today} everyMs={everyMs} />
          <FeedPanel everyMs={everyMs} />
          {may('rolls.quality') ? <QualityPanel query={suspicions} /> : null}
        </div>
      </div>
    </>
  )
}
