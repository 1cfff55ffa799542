import { z } from 'zod'
import { allRoles } from '../rights/roles.ts'
import { deviceKinds, devicePlaceKinds, revocationReasons } from './place.ts'

const seat = '[A-Z]{2,4}-[1-9][0-9]{0,2}'
const codes = {
  station: new RegExp(`^${seat}/[1-9][0-9]{0,4}$`),
  constituency: new RegExp(`^${seat}$`),
  district: /^[a-z0-9][a-z0-9-]{0,59}$/,
  province: /^[a-z0-9][a-z0-9-]{0,59}$/,
  national: /^$/,
} as const

export const keyId = z.string().regex(/^[0-9a-f]{32}$/)
export const electionId = z.string().min(1).max(100)
export const seatCode = z.string().regex(codes.constituency)
export const deviceKind = z.enum(deviceKinds)
export const placeKind = z.enum(devicePlaceKinds)
export const reason = z.enum(revocationReasons)
export const role = z.enum(allRoles)

/** Where a device is to stand; a national office has an empty code. */
const place = z
  .object({ kind: placeKind, code: z.string().max(100) })
  .refine(({ kind, code }) => codes[kind].test(code), { path: ['code'], message: 'no such code of this kind of place' })

/** What an officer asks: one enrolment for each place. A phone signs forms, so it stands at a station; a laptop never does. */
export const enrolmentBody = z
  .object({
    electionId,
    kind: deviceKind,
    holder: z
      .union([z.object({ accountId: z.string().min(1).max(100) }), z.object({ role })])
      .describe('an account, or whoever holds the office'),
    places: z.array(place).min(1).max(1000),
  })
  .refine(
    ({ kind, places }) => kind === 'kiosk' || places.every((each) => (each.kind === 'station') === (kind === 'phone')),
    { path: ['places'], message: 'a phone stands at a polling station, a laptop in an office' },
  )

export const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/)
export const challengeId = z.string().regex(/^[\w-]{43}$/)
export const code = z.string().min(1).max(60)

/** What a device is told of itself. */
export const shownDevice = z.object({
  kind: deviceKind,
  electionId: z.string(),
  scopeKind: placeKind,
  scope: z.string(),
  holderRole: role.nullable(),
})
