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

function must(isSo: boolean, rule: string): void {
  if (!isSo) throw new Error(`broken: ${rule}`)
}

type Command = fc.Command<Model, Desk>

const command = (name: string, run: (model: Model, desk: Desk) => void): Command => ({
  check: () => true,
  run(model, desk) {
    const before = desk.state
    const wasOver = model.isOver
    run(model, desk)
    must(!wasOver || desk.state === before, 'what is over stays as it is')
    if (desk.state !== 'proposed') model.isOver = true
    must(desk.carriedOut.length <= 1, 'it is carried out once')
    for (const { by, shown, preview, at } of desk.carriedOut) {
      must(by.isApprover && !by.wantsFreshFactor, 'approved by an approver with a fresh factor')
      must(by.accountId !== 'a' && by.device !== 'device-1', 'approved by another, at another device')
      must(shown === preview, 'carried out as it was shown')
      must(at < desk.lapsesAt.getTime(), 'approved in time')
    }
    must(desk.clock < desk.lapsesAt.getTime() || stateAt(desk, desk.now) !== 'proposed', 'it lapses by time alone')
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
      must(reason.trim() !== '' && by.accountId !== 'a', 'returned with a reason, by another')
    }),
  ),
  fc.constantFrom('a', 'b').map((accountId) =>
    command(`withdraw as ${accountId}`, (_model, desk) => {
      const judged = withdraw(desk, accountId, desk.now)
      if (!judged.ok) return
      desk.state = judged.value
      must(accountId === 'a', 'withdrawn by the proposer')
    }),
  ),
  fc.constant(command('look', (_model, desk) => void (desk.shown = desk.preview))),
  fc.constant(command('what would happen changes', (_model, desk) => void (desk.preview += 1))),
  fc.integer({ min: 1, max: 4 }).map((ms) => command(`${ms} ms pass`, (_model, desk) => void (desk.clock += ms))),
]

test('a proposal ends once, by two people, on what was shown, in time', () => {
  const play = fc.property(fc.commands(commands, { maxCommands: 30 }), (run) => {
    fc.modelRun(() => ({ model: { isOver: false }, real: new Desk() }), run)
  })
  expect(() => fc.assert(play, { numRuns: 500 })).not.toThrow()
})
