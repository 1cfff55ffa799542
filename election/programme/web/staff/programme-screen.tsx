import { ElectionChoice, Loaded, StaffLink, useSession, useSpeech } from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { Day, Headlines, Notice } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import type { ReactNode } from 'react'
import { StageTimeline } from '../stage-timeline.tsx'
import { VersionHistory } from '../version-history.tsx'
import { words } from '../words.ts'
import { useElection, useVersions, type ElectionNow } from './programme-data.ts'
import { staffWords } from './words.ts'

export function ElectionsScreen(): ReactNode {
  return <ElectionChoice title={words.programme} to={(id) => `/programme/${id}`} />
}

/** The programme in force held against the law, with every version before it. */
export function ProgrammeScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const id = params['election'] ?? ''
  return <Loaded query={useElection(id)}>{(now) => <InForce id={id} now={now} />}</Loaded>
}

function InForce({ id, now }: { id: string; now: ElectionNow }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  const { election, inForce, phases } = now
  const phase = phases.find(({ code }) => code === now.now.phase.code)
  const { total } = inForce.check
  return (
    <>
      <h1>{t(words.programmeOf, { election: t(election.name) })}</h1>
      <Headlines
        facts={[
          { key: 'poll', name: t(words.poll), value: <Day on={election.pollDate} language={language} /> },
          ...(phase === undefined ? [] : [{ key: 'phase', name: t(staffWords.now), value: t(phase.name) }]),
          { key: 'version', name: t(words.inForce), value: formatNumber(language, inForce.version) },
          {
            key: 'days',
            name: t(words.totalDays),
            value: t(words.days, { days: total.days }),
            note: t(words.totalAtLeast, { days: total.minimumDays }),
          },
        ]}
      />
      <Law now={now} />
      {may('programme.change') ? (
        <p>
          <StaffLink to={`/programme/${id}/change`} className="button">
            {t(staffWords.proposeChange)}
          </StaffLink>
        </p>
      ) : null}
      <div className="columns even">
        <section>
          <h2>{t(words.stages)}</h2>
          <StageTimeline version={inForce} today={karachiDate(new Date(now.now.at))} language={language} />
        </section>
        <section>
          <h2>{t(words.versions)}</h2>
          <p>{t(words.versionsLead)}</p>
          <Loaded query={useVersions(id)}>
            {({ versions }) => <VersionHistory versions={versions} language={language} />}
          </Loaded>
        </section>
      </div>
    </>
  )
}

function Law({ now: { inForce } }: { now: ElectionNow }): ReactNode {
  const { t } = useSpeech()
  const short = !inForce.check.total.kept || inForce.check.findings.some(({ kind }) => kind === 'shorter-than-law')
  if (!short) return <Notice kind="good" title={t(words.keepsLaw)} />
  return (
    <Notice kind="late" title={t(words.lessThanLaw)}>
      {inForce.orderReference === null ? null : <p>{t(words.byOrder, { order: inForce.orderReference })}</p>}
    </Notice>
  )
}
