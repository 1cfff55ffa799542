import { accept, refuse, type Outcome, type Refusal } from '@intikhab/kernel/refusal'
import type { Database } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import type { Receipt } from '../core/bundle.ts'
import type { Finding } from '../core/edition.ts'
import { electionOnIntake, judge, type ElectionOnIntake } from '../core/judge.ts'
import type { ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { openCounters, type Counters } from './counters.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Decision, Stored } from './intake-decision.ts'
import { differentCode, storeDecisions } from './intake-store.ts'
import { openBundle, readEnvelope, type EnrolledDevice } from './open-bundle.ts'
import { readImages } from './read-images.ts'

export interface IntakeOptions {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'appendOn'>
  /** Looks a device up in memory. */
  findDevice(keyId: string): EnrolledDevice | undefined
  /** Told of each device whose signature held; nobody is where nothing is said. */
  noteUse?(keyId: string): void
  readonly now: () => Date
}

/** Takes in the stations' forms. Whatever it answers, a receipt or a refusal, is durable before it is answered. */
export interface Intake {
  /** Begins to take forms of an election. Call again after its stations or candidates changed. */
  open(facts: ElectionFacts): Promise<void>
  take(body: unknown): Promise<Outcome<Receipt>>
  /** Counters of an open election. */
  countersOf(electionId: string): Counters | undefined
  /** Resolves when every form that was taken is stored. */
  idle(): Promise<void>
}

/** Forms in one transaction at most, and forms that may wait for one. */
const most = 250
const queue = 10_000

export function createIntake({ database, ledger, findDevice, noteUse, now }: IntakeOptions): Intake {
  const elections = new Map<string, ElectionOnIntake>()
  const counters = new Map<string, Counters>()
  const images = new Map<string, Map<string, string>>()
  const group = createGroupCommit<Decision, Stored>({
    flush: (decisions) => storeDecisions({ database, ledger }, decisions),
    most,
    queue,
  })

  async function refused(
    refusal: Refusal,
    about: Partial<Extract<Decision, { take: 'refuse' }>>,
  ): Promise<Outcome<never>> {
    const { code } = refusal.kind
    const arrivedAt = now().toISOString()
    const { electionId = null, contestId = null, bundleId = null } = about
    // Text of a stranger is kept only where it names an election that exists; a bundle that names none, from a device
    // nobody knows, counts for the election that is being held, if there is only one.
    const [only = null, ...others] = elections.keys()
    const named = electionId !== null && elections.has(electionId) ? electionId : null
    const election = named ?? (others.length === 0 ? only : null)
    const contest = election !== null && elections.get(election)?.seats.has(contestId ?? '') ? contestId : null
    const decision: Decision = { take: 'refuse', arrivedAt, code, electionId: election, contestId: contest, bundleId }
    const stored = group.take(decision)
    if (stored === undefined) return refuse(resultsRefusals.busy)
    await stored
    if (election !== null) counters.get(election)?.refused(code)
    return { ok: false, refusal }
  }

  return {
    async open(facts) {
      images.set(facts.id, await readImages(database, facts.id))
      counters.set(facts.id, await openCounters(database, facts))
      elections.set(facts.id, electionOnIntake(facts))
    },

    async take(body) {
      const envelope = readEnvelope(body)
      if (!envelope.ok) return refused(envelope.refusal, {})
      const { bundleId, keyId } = envelope.value
      const device = findDevice(keyId)
      const opened = openBundle(envelope.value, device)
      if (!opened.ok) return refused(opened.refusal, { bundleId, electionId: device?.electionId ?? null })
      noteUse?.(keyId)
      const { form } = opened.value
      const seen = images.get(form.electionId)
      const verdict = judge(opened.value, {
        election: elections.get(opened.value.device.electionId),
        now: now().getTime(),
        imageOwner: (sha256) => seen?.get(sha256),
      })
      const { electionId, contestId } = form
      if (verdict.take === 'refuse') return refused(verdict.refusal, { bundleId, electionId, contestId })
      const arrivedAt = now().toISOString()
      const counter = counters.get(electionId)
      if (verdict.take === 'keep') {
        const { code } = verdict.refusal.kind
        const kept = group.take({ take: 'keep', opened: opened.value, arrivedAt, code })
        if (kept === undefined) return refuse(resultsRefusals.busy)
        const result = await kept
        if (result.as === 'duplicate') {
          counter?.duplicate()
          return accept(receipt(bundleId, 'duplicate', result))
        }
        if (result.as !== 'kept') throw new Error(`a form to be kept was stored as ${result.as}`)
        if (result.isNew) counter?.refused(code)
        return accept({ ...receipt(bundleId, 'set-aside', { ...result, findings: [] }), code: result.code })
      }
      const { findings } = verdict
      const stored = group.take({ take: 'count', opened: opened.value, arrivedAt, findings })
      if (stored === undefined) return refuse(resultsRefusals.busy)
      // Before it is stored: the same photograph must not slip in for two stations of one group.
      if (form.imageSha256 !== undefined) seen?.set(form.imageSha256, form.stationId)
      const result = await stored
      if (result.as === 'different') {
        counter?.refused(differentCode)
        return refuse(resultsRefusals['received-different'], { field: '/payload' })
      }
      if (result.as === 'duplicate') {
        counter?.duplicate()
        return accept(receipt(bundleId, 'duplicate', result))
      }
      if (result.as !== 'accepted') throw new Error(`a form to be counted was stored as ${result.as}`)
      counter?.accepted(form, arrivedAt)
      return accept(receipt(bundleId, 'accepted', { arrivedAt, findings, entryId: result.entryId }))
    },

    countersOf: (electionId) => counters.get(electionId),
    idle: () => group.idle(),
  }
}

function receipt(
  bundleId: string,
  status: Receipt['status'],
  held: { readonly arrivedAt: string; readonly findings: readonly Finding[]; readonly entryId: number },
): Receipt {
  const { arrivedAt, findings, entryId } = held
  return { bundleId, status, arrivedAt, findings: findings.map(({ code, level }) => ({ code, level })), entryId }
}
