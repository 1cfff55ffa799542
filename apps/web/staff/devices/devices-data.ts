import { useEdition, useGet, useSession, type roleNames } from '@intikhab/kernel/console'
import type { DeviceKind, DevicePlaceKind, RevocationReason } from '@intikhab/kernel/identity/in-browser'

type Role = keyof typeof roleNames

/** Where a device stands. */
export interface Placed {
  readonly kind: DeviceKind
  readonly scopeKind: DevicePlaceKind
  readonly scope: string
  readonly holderRole: Role | null
}

/** A device as `/api/identity/devices` lists it; instants in ISO 8601. */
export interface ListedDevice extends Placed {
  readonly keyId: string
  readonly enrolmentId: string | null
  readonly holderName: string | null
  readonly enrolledAt: string
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
  readonly revokeReason: RevocationReason | null
}

/** An enrolment whose device has not come yet. */
export interface WaitingEnrolment extends Placed {
  readonly enrolmentId: string
  readonly madeAt: string
  readonly lapsesAt: string
}

interface DeviceListing {
  readonly devices: readonly ListedDevice[]
  readonly count: number
  readonly waiting: readonly WaitingEnrolment[]
}

const listAddress = '/api/identity/devices'

/** The address of a list, under which its answer is kept. */
export function listPath(election: string, find = '', state = 'all'): string {
  return `${listAddress}?${new URLSearchParams({ election, find, state }).toString()}`
}

/** Devices in one's reach; asked again every few seconds, so that a device is seen when it comes. */
export function useDevices(election: string, find = '', state = 'all') {
  return useGet<DeviceListing>(listPath(election, find, state), { everyMs: 3000 })
}

/** A polling station as the scheme's edition has it. */
export interface SchemeStation {
  readonly stationId: string
  readonly number: number
  readonly nameEn: string
  readonly nameUr: string
}

/** Codes of the seats that have polling stations; null while no scheme is published. */
export function useSeats(election: string) {
  return useEdition<readonly string[] | null>(`scheme-${election}`, ['seats'], async (edition) => {
    const scheme = await edition?.json<{ seats: readonly { constituency: string }[] }>('scheme.json')
    return scheme?.seats.map(({ constituency }) => constituency) ?? null
  })
}

/** Those who hold seats are offered these; whoever holds more is offered all. */
export function useOwnSeats(seats: readonly string[]): readonly string[] {
  const { grants } = useSession()
  const held = grants.flatMap(({ scope }) => (scope.kind === 'constituency' ? [scope.code] : []))
  return held.length > 0 && held.length === grants.length ? seats.filter((seat) => held.includes(seat)) : seats
}

/** The polling stations of a seat. */
export function useStations(election: string, seat: string) {
  return useEdition<readonly SchemeStation[]>(`scheme-${election}`, ['stations', seat], async (edition) => {
    if (seat === '') return []
    return (await edition?.json<readonly SchemeStation[]>(`stations/${seat}.json`)) ?? []
  })
}
