import { Loaded, marks, useGet, useSession, useSpeech, type SignedIn } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Empty, nameIn } from '@intikhab/kernel/screens'
import { NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { claimWords } from '../../core/claims/words.ts'
import { staffWords } from './words.ts'

/** A district of the rolls within one's office. */
export interface ListedDistrict {
  readonly code: string
  readonly name: Text
}

/** The districts of the rolls within one's office. */
export function useDistricts() {
  return useGet<{ readonly districts: readonly ListedDistrict[] }>('/api/rolls/districts')
}

/** Whether the person may do an act in a district itself; the server asks again. */
function mayInDistrict(person: Pick<SignedIn, 'grants'>, act: string, district: string): boolean {
  return person.grants.some(({ role, scope }) => {
    const mark = marks(act).get(role)
    const reaches = scope.kind === 'national' || (scope.kind === 'district' && scope.code === district)
    return mark !== undefined && mark !== 'a' && reaches
  })
}

/** Whether the person may do an act in this district. */
export function useMayHere(district: string): (act: string) => boolean {
  const person = useSession()
  return (act) => mayInDistrict(person, act, district)
}

/** One of the districts; `value` is its code, empty while none is chosen. */
export function DistrictSelect(props: {
  readonly districts: readonly ListedDistrict[]
  readonly value: string
  readonly className?: string
  onChange(district: string): void
}): ReactNode {
  const { districts, value, className = '', onChange } = props
  const { language, t } = useSpeech()
  const listed = districts.map(({ code, name }) => ({ value: code, label: nameIn(language, name) }))
  return (
    <NativeSelect
      className={className}
      label={t(claimWords.district)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={value === '' ? [{ value: '', label: t(staffWords.chooseDistrict) }, ...listed] : listed}
    />
  )
}

/** The district that one works in: the only one of one's office, or one that is chosen. */
export function DistrictChoice({ children }: { children: (district: ListedDistrict) => ReactNode }): ReactNode {
  const { t } = useSpeech()
  const [chosen, setChosen] = useState('')
  return (
    <Loaded query={useDistricts()}>
      {({ districts }) => {
        const district = districts.find(({ code }) => code === chosen) ?? districts[0]
        if (district === undefined) return <Empty>{t(staffWords.noDistrict)}</Empty>
        return (
          <>
            {districts.length === 1 ? null : (
              <DistrictSelect districts={districts} value={district.code} onChange={setChosen} />
            )}
            {children(district)}
          </>
        )
      }}
    </Loaded>
  )
}
