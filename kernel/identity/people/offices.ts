import type { Database } from '@intikhab/kernel/database'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import { peopleAct } from './acts.ts'
import { checkOffice } from './office-rules.ts'
import { createOfficeStore } from './office-store.ts'
import type { Office, OfficeRequest } from './office.ts'
import { placeTree, type PlaceTree } from './place-tree.ts'
import { officeChange } from './records.ts'
import type { RecordActs } from './register.ts'
import { effectiveGrants, type TermOf } from './terms.ts'

/** The offices of the commission, and the tree of places that follows from them, in memory. */
export interface Offices {
  /** Reads all offices; call it before the first request. */
  start(): Promise<void>
  /** Takes in what another process has opened or closed. */
  refresh(): Promise<void>
  /** The tree as it stands. */
  tree(): PlaceTree
  /** Every office that is open. */
  open(): readonly Office[]
  /**
   * Opens offices, all or none; each may stand below one before it in the list. Refuses `office-misplaced`,
   * `office-election`, `office-exists`, `office-parent` with the position in the list as field.
   */
  openOffices(requests: readonly OfficeRequest[], actor: LedgerActor): Promise<Outcome<{ readonly opened: number }>>
  /** Refuses `office-unknown`, `office-not-empty` while an office below it is open, `office-held` while somebody holds it. */
  closeOffice(id: string, actor: LedgerActor): Promise<Outcome<void>>
}

/** What the register of people stands on. */
export interface PeopleParts {
  readonly database: Database
  readonly now: () => Date
  readonly record: RecordActs
  readonly termOf: TermOf
}

/** Changes committed late by another process are still found. */
const overlapMilliseconds = 60_000
/** Acts in one call to the ledger. */
const chunk = 500

export function createOffices({ database, now, record, termOf }: PeopleParts): Offices {
  const store = createOfficeStore(database.tables())
  const held = new Map<string, Office>()
  let tree = placeTree([])
  let refreshedAt = 0

  function take(offices: readonly Office[]): void {
    for (const office of offices) held.set(office.id, office)
    if (offices.length > 0) tree = placeTree([...held.values()])
  }

  async function refresh(): Promise<void> {
    const at = now().getTime()
    take(await store.listChanged(new Date(Math.max(0, refreshedAt - overlapMilliseconds))))
    refreshedAt = at
  }

  return {
    start: refresh,
    refresh,
    tree: () => tree,
    open: () => [...held.values()].filter(({ closedAt }) => closedAt === null),

    async openOffices(requests, actor) {
      const at = now()
      const done = await database.transaction(async (tx): Promise<Outcome<Office[]>> => {
        const inside = createOfficeStore(tx)
        await inside.lock()
        const stored = await inside.list()
        const ids = new Set(stored.map(({ id }) => id))
        const open = new Map(stored.filter(({ closedAt }) => closedAt === null).map((each) => [each.id, each]))
        const opened: Office[] = []
        for (const [i, request] of requests.entries()) {
          const checked = checkOffice(request, open)
          if (!checked.ok) return placed(checked, i)
          // The id of an office that was closed is not given again: the ledger names offices by their ids.
          if (ids.has(request.id)) return refuse(identityRefusals['office-exists'], { field: `/offices/${i}/id` })
          const office: Office = { ...request, openedAt: at, closedAt: null }
          open.set(office.id, office)
          opened.push(office)
        }
        await inside.add(opened, at)
        for (let i = 0; i < opened.length; i += chunk)
          await record(
            tx,
            opened.slice(i, i + chunk).map((office) => {
              const detail = { kind: office.kind, parent: office.parent ?? '' }
              return peopleAct(
                'office-opened',
                office.id,
                { actor, at },
                { detail, changes: [officeChange(null, office)] },
              )
            }),
          )
        return accept(opened)
      })
      if (!done.ok) return done
      take(done.value)
      return accept({ opened: done.value.length })
    },

    async closeOffice(id, actor) {
      const at = now()
      const done = await database.transaction(async (tx): Promise<Outcome<Office>> => {
        const inside = createOfficeStore(tx)
        await inside.lock()
        const open = (await inside.list()).filter(({ closedAt }) => closedAt === null)
        const office = open.find((each) => each.id === id)
        if (office === undefined) return refuse(identityRefusals['office-unknown'])
        if (open.some(({ parent }) => parent === id)) return refuse(identityRefusals['office-not-empty'])
        const held = effectiveGrants(await inside.listHeld(office), termOf)
        if (held.some(({ until }) => until === undefined || until > at.toISOString()))
          return refuse(identityRefusals['office-held'])
        const closed = { ...office, closedAt: at }
        await inside.close(id, at)
        const detail = { kind: office.kind }
        await record(tx, [
          peopleAct('office-closed', id, { actor, at }, { detail, changes: [officeChange(office, closed)] }),
        ])
        return accept(closed)
      })
      if (!done.ok) return done
      take([done.value])
      return accept(undefined)
    },
  }
}

/** The same refusal, with its place in the list of offices. */
function placed(outcome: Outcome<unknown> & { readonly ok: false }, position: number): Outcome<never> {
  const { kind, field, detail } = outcome.refusal
  return refuse(kind, { field: `/offices/${position}${field ?? ''}`, ...(detail === undefined ? {} : { detail }) })
}
