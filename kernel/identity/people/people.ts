import { ledgerActor } from '@intikhab/kernel/http'
import { hashReason, type ActApproval, type LedgerActor, type RecordChange } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Transaction } from 'kysely'
import { identityRefusals } from '../refusals.ts'
import type { Grant, Person } from '../rights/person.ts'
import { createSessionStore, type ListedSession } from '../sign-in/session-store.ts'
import { peopleAct } from './acts.ts'
import { checkGrant, giverOf, officesWith, takerOf, type Standing } from './giving.ts'
import { createInvitationStore } from './invitation-store.ts'
import type { Offices, PeopleParts } from './offices.ts'
import { createPeopleStore, type ListedAccount } from './people-store.ts'
import { accountChange, grantChange, invitationChange, type AccountRecord, type GrantRecord } from './records.ts'
import { enterGrants, officeWords } from './register.ts'
import { effectiveGrants } from './terms.ts'
import { openWays } from '../sign-in/ways.ts'

/** An office as a person holds or held it. */
interface ShownGrant extends GrantRecord {
  /** With the term that the programme gives it now; undefined for an election that nobody announced. */
  readonly inForce: Grant | undefined
  /** Whether the person who looks may take it back. */
  readonly mayEnd: boolean
}

/** A person as a supervisor sees them in a list. */
export interface ShownPerson {
  readonly account: ListedAccount
  readonly grants: readonly ShownGrant[]
  /** Whether the person who looks may close the account, end its sessions, erase it. */
  readonly mayManage: boolean
}

/** What is done to staff accounts by those above them. Nobody does any of it to the own account. */
export interface People {
  /** People with an office within the reach of the person who looks, by a part of their name. */
  list(by: Person, typed: string): Promise<ShownPerson[]>
  /** Refuses `account-unknown` also for somebody outside the reach. */
  find(by: Person, accountId: string): Promise<Outcome<ShownPerson & { readonly sessions: readonly ListedSession[] }>>
  /** Gives somebody one more office. Refuses as an invitation, and `grant-held`, `account-closed`. */
  give(by: Person, accountId: string, grant: Grant): Promise<Outcome<void>>
  /** The same, as a second person approved it. Idempotent: an office that is held is not given again. */
  giveApproved(accountId: string, grant: Grant, approved: ActApproval): Promise<Outcome<void>>
  /** Whether an office could be given now. Refuses `account-unknown`, `account-closed`, `grant-held`. */
  checkGiving(accountId: string, grant: Grant): Promise<Outcome<AccountRecord>>
  endGrant(by: Person, accountId: string, grantId: string, reason: string): Promise<Outcome<void>>
  /** Ends every office and session, and withdraws the open invitations that the account made. */
  closeAccount(by: Person, accountId: string, reason: string): Promise<Outcome<void>>
  endSessions(by: Person, accountId: string): Promise<Outcome<{ readonly ended: number }>>
  /** Erases the personal data of a closed account; the ledger stays whole. Refuses `account-open`, `account-erased`. */
  erase(by: Person, accountId: string): Promise<Outcome<void>>
}

const isSameOffice = (a: Grant, b: Grant) =>
  officeWords([a]) === officeWords([b]) && a.from === b.from && a.until === b.until

/** A list is for looking somebody up, not for copying the register. */
const mostListed = 200

const isOpen = ({ endedAt }: GrantRecord) => endedAt === null

export function createPeople(
  parts: PeopleParts & {
    readonly offices: Offices
    sessionsOf(accountId: string): Promise<readonly ListedSession[]>
    /** Ends the sessions of an account with its ledger entry, and tells how many there were. */
    endSessionsOf(accountId: string, by: LedgerActor): Promise<number>
  },
): People {
  const { database, now, record, termOf, offices } = parts
  const store = createPeopleStore(database.tables())
  const standing = (at: Date): Standing => ({ tree: offices.tree(), termOf, at })
  const reachOf = (by: Person, at: Date) => offices.tree().reachOf(officesWith('accounts.read', by.grants, at))

  /**
   * The office by which a person manages an account: one that stands above every office that the account holds, or last
   * held. Refuses `own-account`, and as `takerOf`.
   */
  function managerOf(by: Person, accountId: string, grants: readonly GrantRecord[], at: Date): Outcome<Grant> {
    if (by.accountId === accountId) return refuse(identityRefusals['own-account'])
    const held = grants.some(isOpen) ? grants.filter(isOpen) : grants
    let manager: Outcome<Grant> | undefined
    for (const { grant } of held) {
      manager = takerOf(by.grants, grant, standing(at))
      if (!manager.ok) return manager
    }
    if (manager !== undefined) return manager
    const highest = officesWith('accounts.manage', by.grants, at).find(({ role }) => role === 'secretariat')
    return highest === undefined ? refuse(identityRefusals['place-outside']) : accept(highest)
  }

  function show(by: Person, account: ListedAccount, grants: readonly GrantRecord[], at: Date): ShownPerson {
    return {
      account,
      mayManage: managerOf(by, account.id, grants, at).ok,
      grants: grants.map((row) => ({
        ...row,
        inForce: effectiveGrants([row.grant], termOf)[0],
        mayEnd: isOpen(row) && by.accountId !== account.id && takerOf(by.grants, row.grant, standing(at)).ok,
      })),
    }
  }

  function isWithin(by: Person, grants: readonly GrantRecord[], at: Date): boolean {
    const reading = officesWith('accounts.read', by.grants, at)
    return reading.some(
      ({ scope }) =>
        (scope.kind === 'national' && scope.electionId === undefined) ||
        grants.some(({ grant }) => offices.tree().lies(grant.scope, scope)),
    )
  }

  /** Runs an act on an account that the person may manage, in one transaction with the account locked. */
  function manage<T>(
    by: Person,
    accountId: string,
    act: (inside: {
      readonly tx: Transaction<unknown>
      readonly account: AccountRecord & { readonly erasedAt: Date | null }
      readonly grants: readonly GrantRecord[]
      readonly actor: LedgerActor
      readonly at: Date
    }) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const at = now()
    return database.transaction(async (tx) => {
      const inside = createPeopleStore(tx)
      const account = await inside.lockAccount(accountId)
      const grants = account === undefined ? [] : await inside.listGrants(accountId)
      if (account === undefined || !isWithin(by, grants, at)) return refuse(identityRefusals['account-unknown'])
      const manager = managerOf(by, accountId, grants, at)
      if (!manager.ok) return manager
      return act({ tx, account, grants, actor: ledgerActor(by, manager.value), at })
    })
  }

  async function give(
    accountId: string,
    grant: Grant,
    by: { readonly actor: LedgerActor; readonly at: Date },
    approval?: ActApproval,
  ): Promise<Outcome<void>> {
    return database.transaction(async (tx) => {
      const account = await createPeopleStore(tx).lockAccount(accountId)
      if (account === undefined) return refuse(identityRefusals['account-unknown'])
      if (account.closedAt !== null) return refuse(identityRefusals['account-closed'])
      const changes = await enterGrants(tx, accountId, [grant], by.at)
      if (changes.length === 0) return refuse(identityRefusals['grant-held'], { field: '/role' })
      const detail = { offices: officeWords([grant]) }
      const rest = { changes, detail, ...(approval === undefined ? {} : { approval }) }
      await record(tx, [peopleAct('office-given', accountId, by, rest)])
      return accept(undefined)
    })
  }

  return {
    async list(by, typed) {
      const at = now()
      const accounts = await store.list(reachOf(by, at), typed, mostListed)
      const grants = Map.groupBy(await store.listGrantsOf(accounts.map(({ id }) => id)), ({ accountId }) => accountId)
      return accounts.map((account) => show(by, account, grants.get(account.id) ?? [], at))
    },

    async find(by, accountId) {
      const at = now()
      const account = await store.find(accountId)
      const grants = await store.listGrants(accountId)
      if (account === undefined || !isWithin(by, grants, at)) return refuse(identityRefusals['account-unknown'])
      return accept({ ...show(by, account, grants, at), sessions: await parts.sessionsOf(accountId) })
    },

    async give(by, accountId, grant) {
      const at = now()
      if (by.accountId === accountId) return refuse(identityRefusals['own-account'])
      const grants = await store.listGrants(accountId)
      if (!isWithin(by, grants, at)) return refuse(identityRefusals['account-unknown'])
      const checked = checkGrant(grant, standing(at))
      if (!checked.ok) return checked
      const giver = giverOf(by.grants, grant, standing(at))
      return giver.ok ? give(accountId, grant, { actor: ledgerActor(by, giver.value), at }) : giver
    },

    async giveApproved(accountId, grant, approved) {
      const given = await give(accountId, grant, { actor: approved.proposedBy, at: now() }, approved)
      // Carried out before the server died: what was approved is so.
      return !given.ok && given.refusal.kind === identityRefusals['grant-held'] ? accept(undefined) : given
    },

    async checkGiving(accountId, grant) {
      const account = await store.find(accountId)
      if (account === undefined) return refuse(identityRefusals['account-unknown'])
      if (account.closedAt !== null) return refuse(identityRefusals['account-closed'])
      const open = await store.listOpenGrants(accountId)
      if (open.some((held) => isSameOffice(held.grant, grant))) return refuse(identityRefusals['grant-held'])
      return accept(account)
    },

    async endGrant(by, accountId, grantId, reason) {
      const at = now()
      if (by.accountId === accountId) return refuse(identityRefusals['own-account'])
      return database.transaction(async (tx) => {
        const inside = createPeopleStore(tx)
        const grants = (await inside.lockAccount(accountId)) === undefined ? [] : await inside.listGrants(accountId)
        const row = grants.find(({ id }) => id === grantId)
        if (row === undefined || !isOpen(row) || !isWithin(by, grants, at))
          return refuse(identityRefusals['grant-unknown'])
        const taker = takerOf(by.grants, row.grant, standing(at))
        if (!taker.ok) return taker
        await inside.endGrant(grantId, at, reason)
        const changes = [grantChange(row, { ...row, endedAt: at })]
        const detail = { offices: officeWords([row.grant]) }
        const reasonHash = row.salt === null ? {} : { reasonHash: hashReason(reason, row.salt) }
        const actor = ledgerActor(by, taker.value)
        await record(tx, [peopleAct('grant-ended', accountId, { actor, at }, { changes, detail, ...reasonHash })])
        return accept(undefined)
      })
    },

    closeAccount: (by, accountId, reason) =>
      manage(by, accountId, async ({ tx, account, grants, actor, at }) => {
        if (account.closedAt !== null) return refuse(identityRefusals['account-closed'])
        const inside = createPeopleStore(tx)
        const changes: RecordChange[] = [accountChange(account, { ...account, closedAt: at })]
        await inside.closeAccount(accountId, at, reason)
        for (const row of grants.filter(isOpen)) {
          await inside.endGrant(row.id, at, reason)
          changes.push(grantChange(row, { ...row, endedAt: at }))
        }
        const invitations = createInvitationStore(tx)
        for (const open of await invitations.lockOpenBy(accountId)) {
          const after = { ...open, withdrawnAt: at }
          await invitations.change(after)
          changes.push(invitationChange(open, after))
        }
        await createSessionStore(tx).endSessionsOf(accountId)
        const reasonHash = account.salt === null ? {} : { reasonHash: hashReason(reason, account.salt) }
        await record(tx, [peopleAct('account-closed', accountId, { actor, at }, { changes, ...reasonHash })])
        return accept(undefined)
      }),

    async endSessions(by, accountId) {
      const judged = await manage(by, accountId, ({ actor }) => Promise.resolve(accept(actor)))
      return judged.ok ? accept({ ended: await parts.endSessionsOf(accountId, judged.value) }) : judged
    },

    erase: (by, accountId) =>
      manage(by, accountId, async ({ tx, account, grants, actor, at }) => {
        if (account.erasedAt !== null) return refuse(identityRefusals['account-erased'])
        if (account.closedAt === null) return refuse(identityRefusals['account-open'])
        const invitations = await createInvitationStore(tx).lockOf(accountId)
        // From here on the register has nothing that these fingerprints could be held against.
        const changes = [
          accountChange(account, null),
          ...grants.map((row) => grantChange(row, null)),
          ...invitations.map((row) => invitationChange(row, null)),
        ]
        const ways = await openWays(tx, accountId)
        await createPeopleStore(tx).erase(accountId, at)
        changes.push(...(await ways.changes()))
        await record(tx, [peopleAct('account-erased', accountId, { actor, at }, { changes })])
        return accept(undefined)
      }),
  }
}
