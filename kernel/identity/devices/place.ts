import type { Text } from '@intikhab/kernel/language'
import type { Scope } from '../rights/person.ts'

/** What kind of device it is; only phones sign forms. */
export type DeviceKind = 'phone' | 'laptop' | 'kiosk'

export const deviceKinds = ['phone', 'laptop', 'kiosk'] as const satisfies readonly DeviceKind[]

/** Why a device was revoked. */
export type RevocationReason = 'lost' | 'stolen' | 'broken' | 'replaced' | 'ended'

export const revocationReasons = [
  'lost',
  'stolen',
  'broken',
  'replaced',
  'ended',
] as const satisfies readonly RevocationReason[]

/** The places to which a device can be bound: a polling station, or an office. */
export type DevicePlaceKind = 'station' | 'constituency' | 'district' | 'province' | 'national'

export const devicePlaceKinds = [
  'station',
  'constituency',
  'district',
  'province',
  'national',
] as const satisfies readonly DevicePlaceKind[]

/** Where a device stands, and in which election it is good. */
export interface DevicePlace {
  readonly electionId: string
  readonly scopeKind: DevicePlaceKind
  /** `NA-21/17`, `NA-21`, a district or province; empty for the nation. */
  readonly scope: string
}

/** The place as a scope of the rights table. */
export function scopeOf({ electionId, scopeKind, scope }: DevicePlace): Scope {
  return scopeKind === 'national' ? { kind: 'national', electionId } : { kind: scopeKind, code: scope, electionId }
}

/** The place as the ledger names it: `general-election-2018/NA-21/17`. */
export function subjectOf({ electionId, scopeKind, scope }: DevicePlace): string {
  return scopeKind === 'national' ? electionId : `${electionId}/${scope}`
}

/** A station with its seat: an office over the seat reaches both. Wider places are the asker's to add. */
export function withSeat(place: Scope): readonly Scope[] {
  if (place.kind !== 'station') return [place]
  const { electionId } = place
  const seat = { kind: 'constituency', code: place.code.split('/')[0] ?? '' } as const
  return [place, electionId === undefined ? seat : { ...seat, electionId }]
}

/** The kinds in words. */
export const deviceKindNames: Readonly<Record<DeviceKind, Text>> = {
  phone: { en: 'Phone of a presiding officer', ur: 'پریزائیڈنگ افسر کا فون' },
  laptop: { en: 'Laptop of a returning office', ur: 'ریٹرننگ آفس کا لیپ ٹاپ' },
  kiosk: { en: 'Kiosk', ur: 'کیوسک' },
}

/** The reasons in words. */
export const revocationReasonNames: Readonly<Record<RevocationReason, Text>> = {
  lost: { en: 'Lost', ur: 'گم ہو گیا' },
  stolen: { en: 'Stolen', ur: 'چوری ہو گیا' },
  broken: { en: 'Broken', ur: 'خراب ہو گیا' },
  replaced: { en: 'Replaced by another', ur: 'دوسرا آلہ لے لیا گیا' },
  ended: { en: 'No longer needed', ur: 'مزید ضرورت نہیں' },
}
