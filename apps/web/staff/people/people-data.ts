import { useGet } from '@intikhab/kernel/console'
import type { Grant, OfficeRequest, Role, Scope } from '@intikhab/kernel/identity'

/** What the interface tells of people, invitations and offices. */

export interface ListedGrant {
  readonly grantId: string
  readonly role: Role
  readonly scope: Scope
  readonly from: string | null
  readonly until: string | null
  readonly madeAt: string
  readonly endedAt: string | null
  readonly mayEnd: boolean
}

export interface ListedPerson {
  readonly accountId: string
  readonly name: string
  readonly signInName: string
  readonly madeAt: string
  readonly state: 'open' | 'closed' | 'erased'
  readonly seenAt: string | null
  readonly mayManage: boolean
  readonly grants: readonly ListedGrant[]
}

export interface PersonSession {
  readonly id: string
  readonly device: string
  readonly method: string
  readonly begunAt: string
  readonly seenAt: string
}

export interface ListedInvitation {
  readonly invitationId: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly madeAt: string
  readonly lapsesAt: string
  readonly state: 'open' | 'lapsed' | 'no-link'
}

/** A link as it is told once. */
export interface DrawnLink {
  readonly invitationId: string
  readonly token: string
  readonly lapsesAt: string
}

export type ListedOffice = Pick<OfficeRequest, 'id' | 'kind' | 'name' | 'parent' | 'scope'>

export const peoplePath = '/api/identity/people'
export const invitationsPath = '/api/identity/invitations'
export const personPath = (accountId: string) => `${peoplePath}/${accountId}`
const searchPath = (typed: string) => (typed === '' ? peoplePath : `${peoplePath}?q=${encodeURIComponent(typed)}`)

export const usePeople = (typed: string) => useGet<{ readonly people: readonly ListedPerson[] }>(searchPath(typed))
export const usePerson = (accountId: string) =>
  useGet<ListedPerson & { readonly sessions: readonly PersonSession[] }>(personPath(accountId))
export const useInvitations = () =>
  useGet<{ readonly invitations: readonly ListedInvitation[] }>(invitationsPath, { everyMs: 30_000 })
export const useOffices = () => useGet<{ readonly offices: readonly ListedOffice[] }>('/api/identity/offices')
