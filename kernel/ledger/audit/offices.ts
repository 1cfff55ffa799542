import type { LedgerAct } from '../act.ts'

/**
 * Who held which office, as the ledger's own entries tell it. Dates within an election are not followed: they come from
 * its programme, and the gate has checked them; what is found here is an office that was never given, or was taken back.
 */
export interface OfficesHeld {
  /** Follows an act that gives or takes an office. */
  follow(act: LedgerAct): void
  /** False where the account acts in an office that it does not hold. */
  holds(actor: LedgerAct['actor']): boolean
}

const giving = new Set(['account-made', 'office-given', 'invitation-accepted'])

/** `returning-officer constituency/NA-46 general-election-2024, …` as `role place`, one for each office. */
function officesIn(detail: LedgerAct['detail']): string[] {
  const { offices } = detail
  if (typeof offices !== 'string' || offices === '') return []
  return offices.split(', ').map((office) => office.split(' ').slice(0, 2).join(' '))
}

export function createOfficesHeld(): OfficesHeld {
  // The same office may be held in several elections: it is held until the last one is taken back.
  const held = new Map<string, Map<string, number>>()

  function change(account: string, offices: readonly string[], by: 1 | -1): void {
    const own = held.get(account) ?? new Map<string, number>()
    held.set(account, own)
    for (const office of offices) own.set(office, Math.max(0, (own.get(office) ?? 0) + by))
  }

  return {
    follow({ system, act, subject, detail }) {
      if (system !== 'identity') return
      if (giving.has(act)) change(subject, officesIn(detail), 1)
      else if (act === 'grant-ended') change(subject, officesIn(detail), -1)
      else if (act === 'account-closed') held.delete(subject)
    },
    holds({ kind, id, role, office }) {
      if (kind !== 'account' || role === undefined || office === undefined) return true
      return (held.get(id)?.get(`${role} ${office}`) ?? 0) > 0
    },
  }
}
