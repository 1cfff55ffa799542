import { useSpeech } from '@intikhab/kernel/console'
import type { ReactNode } from 'react'
import { voterValues } from '../../../core/register/told-actions.ts'
import type { Identity } from '../../../core/register/voter.ts'

/** A voter by name in both scripts. */
export function VoterName({ nameUr, nameEn }: Pick<Identity, 'nameUr' | 'nameEn'>): ReactNode {
  return (
    <>
      <bdi lang="ur">{nameUr}</bdi> {nameEn === '' ? null : <bdi lang="en">{nameEn}</bdi>}
    </>
  )
}

/** Whose son, daughter or wife. */
export function VoterRelation(props: Pick<Identity, 'relation' | 'relationNameUr'>): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      {t(voterValues[props.relation])} <bdi lang="ur">{props.relationNameUr}</bdi>
    </>
  )
}
