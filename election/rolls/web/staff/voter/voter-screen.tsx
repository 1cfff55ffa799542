import { Loaded, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { Code, Day, Facts, Name, Tag } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { claimWords } from '../../../core/claims/words.ts'
import { voterFields, voterValues } from '../../../core/register/told-actions.ts'
import { addressKinds, type AddressKind } from '../../../core/register/voter.ts'
import type { VoterAnswer } from '../../../server/register/voter-routes.ts'
import { ActForm } from './act-form.tsx'
import { statusTones } from './status-tones.ts'
import { VoterHistory } from './voter-history.tsx'
import { VoterName, VoterRelation } from './voter-name.tsx'
import { words } from './words.ts'

/** A voter of the district: who it is, where the entry stands, and what was done about it. */
export function VoterScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useSpeech()
  const { district = '' } = params
  const path = `/api/rolls/districts/${district}/voters/${params['voter'] ?? ''}`
  return (
    <>
      <p>
        <StaffLink to="/register">{t(words.backToSearch)}</StaffLink>
      </p>
      <Loaded query={useGet<VoterAnswer>(path, { isKept: true })}>
        {(voter) => (
          <>
            <Person voter={voter} />
            <VoterHistory history={voter.history} district={district} />
            <ActForm path={path} status={voter.status} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Person({ voter }: { voter: VoterAnswer }): ReactNode {
  const { language, t } = useSpeech()
  const { gender, dateOfBirth, disabled, addresses, chosen, status, entry } = voter
  const field = (key: keyof typeof voterFields, value: ReactNode) => ({ key, name: t(voterFields[key]), value })
  const place = (kind: AddressKind) => {
    const address = addresses[kind]
    return field(
      kind,
      address === null ? (
        t(words.none)
      ) : (
        <>
          <bdi lang="ur">{address.textUr}</bdi> <Code>{address.block}</Code>
        </>
      ),
    )
  }
  return (
    <>
      <h1>
        <VoterName {...voter} />
      </h1>
      <p>
        <Tag tone={statusTones[status]}>{t(voterValues[status])}</Tag>
      </p>
      <Facts
        facts={[
          { key: 'cnic', name: t(words.cnic), value: <Code>{voter.cnic}</Code> },
          field('relation', <VoterRelation {...voter} />),
          field('gender', t(voterValues[gender])),
          field('born', <Day on={dateOfBirth} language={language} />),
          ...(disabled ? [field('disabled', t(voterValues.yes))] : []),
          {
            key: 'entry',
            name: t(words.entry),
            value: entry === null ? t(words.noEntry) : t(words.inBlock, { ...entry }),
          },
          ...(voter.area === null
            ? []
            : [{ key: 'area', name: t(claimWords.area), value: <Name text={voter.area} language={language} /> }]),
          field('chosen', t(voterValues[chosen])),
          ...addressKinds.map(place),
        ]}
      />
    </>
  )
}
