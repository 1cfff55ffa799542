/** Whatever people do to a proposal in whatever order, nothing is carried out that two of them did not agree on. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approve, giveBack, stateAt, withdraw, type Decider } from './decide.ts'
import type { ProposalState } from './proposal.ts'

interface Person {
  readonly accountId: string
  readonly device: string
  readonly isApprover: boolean
  readonly wantsFreshFactor: boolean
}

/** The thing under test: one proposal behind the pure rules, as the room moves it. */
class Desk {
  state: ProposalState = 'proposed'
  readonly lapsesAt = new Date(10)
  readonly proposedBy = { actor: { id: 'a', device: 'device-1' } }
  preview = 0
  shown = 0
  clock = 0
  readonly carriedOut: {
    readonly by: Person
    readonly shown: number
    readonly preview: number
    readonly at: number
  }[] = []

  get now(): Date {
    return new Date(this.clock)
  }
}

/** What must hold, said without the rules: what has happened so far. */
interface Model {
  isOver: boolean
}

type Command = fc.Command<Model, Desk>

const command = (name: string, run: (model: Model, desk: Desk) => void): Command => ({
  check: () => true,
  run(model, desk) {
    const before = desk.state
    const wasOver = model.isOver
    run(model, desk)
    if (wasOver) expect(desk.state).toBe(before)
    if (desk.state !== 'proposed') model.isOver = true
    expect(desk.carriedOut.length).toBeLessThanOrEqual(1)
    for (const { by, shown, preview, at } of desk.carriedOut) {
      expect(by).toMatchObject({ isApprover: true, wantsFreshFactor: false })
      expect([by.accountId, by.device]).not.toContain('a')
      expect(by.device).not.toBe('device-1')
      expect(shown).toBe(preview)
      expect(at).toBeLessThan(desk.lapsesAt.getTime())
    }
    if (desk.clock >= desk.lapsesAt.getTime()) expect(stateAt(desk, desk.now)).not.toBe('proposed')
  },
  toString: () => name,
})

const person = fc.record<Decider>({
  accountId: fc.constantFrom('a', 'b', 'c'),
  device: fc.constantFrom('device-1', 'device-2', 'device-3'),
  isApprover: fc.boolean(),
  wantsFreshFactor: fc.boolean(),
})

const commands = [
  person.map((by) =>
    command(`approve as ${JSON.stringify(by)}`, (_model, desk) => {
      const preview = { shown: String(desk.shown), now: String(desk.preview) }
      const judged = approve(desk, by, preview, desk.now)
      if (!judged.ok) return
      desk.state = 'carried-out'
      desk.carriedOut.push({ by, shown: desk.shown, preview: desk.preview, at: desk.clock })
    }),
  ),
  fc.tuple(person, fc.constantFrom('', ' ', 'not like this')).map(([by, reason]) =>
    command(`return as ${JSON.stringify(by)}`, (_model, desk) => {
      const judged = giveBack(desk, by, reason, desk.now)
      if (!judged.ok) return
      desk.state = judged.value
      expect(reason.trim()).not.toBe('')
      expect(by.accountId).not.toBe('a')
    }),
  ),
  fc.constantFrom('a', 'b').map((accountId) =>
    command(`withdraw as ${accountId}`, (_model, desk) => {
      const judged = withdraw(desk, accountId, desk.now)
      if (!judged.ok) return
      desk.state = judged.value
      expect(accountId).toBe('a')
    }),
  ),
  fc.constant(command('look', (_model, desk) => void (desk.shown = desk.preview))),
  fc.constant(command('what would happen changes', (_model, desk) => void (desk.preview += 1))),
  fc.integer({ min: 1, max: 4 }).map((ms) => command(`${ms} ms pass`, (_model, desk) => void (desk.clock += ms))),
]

test('a proposal ends once, by two people, on what was shown, in time', () => {
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 30 }), (run) => {
      fc.modelRun(() => ({ model: { isOver: false }, real: new Desk() }), run)
    }),
    { numRuns: 500 },
  )
})
