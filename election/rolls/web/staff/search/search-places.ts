import { marks, type SignedIn } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { provinceName } from '@intikhab/kernel/screens'
import type { Province } from '@intikhab/delimitation'
import { words } from './words.ts'

/** Over what the register is searched. */
export type SearchPlace =
  | { readonly kind: 'country' }
  | { readonly kind: 'province' | 'district'; readonly code: string }

/** A place as it is offered. */
export interface OfferedPlace {
  /** `country`, `province/punjab`, `district/islamabad`. */
  readonly value: string
  readonly name: Text
}

const provinces = ['punjab', 'sindh', 'khyber-pakhtunkhwa', 'balochistan', 'islamabad'] as const satisfies Province[]

/**
 * The places that somebody may search, the widest first: by the offices that read the register, and of the districts
 * those that the server named.
 */
export function searchPlaces(
  { grants }: Pick<SignedIn, 'grants'>,
  districts: readonly { readonly code: string; readonly name: Text }[],
): readonly OfferedPlace[] {
  const reading = marks('rolls.read')
  const scopes = grants.filter(({ role }) => reading.has(role)).map(({ scope }) => scope)
  const isNational = scopes.some(({ kind }) => kind === 'national')
  const own = scopes.flatMap((scope) => (scope.kind === 'province' ? [scope.code] : []))
  return [
    ...(isNational ? [{ value: 'country', name: words.country }] : []),
    ...(isNational ? provinces : own).map((code) => ({ value: `province/${code}`, name: provinceName(code) })),
    ...districts.map(({ code, name }) => ({ value: `district/${code}`, name })),
  ]
}

/** The place of an offered value. */
export function placeOf(value: string): SearchPlace {
  const [kind, code = ''] = value.split('/')
  return kind === 'province' || kind === 'district' ? { kind, code } : { kind: 'country' }
}
