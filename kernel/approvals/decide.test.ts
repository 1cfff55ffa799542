import { describe, expect, test } from 'vitest'
import { approve, giveBack, mayDecide, stateAt, withdraw, type Decidable, type Decider } from './decide.ts'
import type { ProposalState } from './proposal.ts'

const noon = new Date('2026-11-22T12:00:00Z')
const proposal: Decidable = {
  state: 'proposed',
  lapsesAt: new Date('2026-11-22T18:00:00Z'),
  proposedBy: { actor: { id: 'one', device: 'browser-1' } },
}
const second: Decider = { accountId: 'two', device: 'browser-2', isApprover: true, wantsFreshFactor: false }
const seen = { shown: 'aa', now: 'aa' }
const codeOf = (outcome: ReturnType<typeof approve> | ReturnType<typeof giveBack> | ReturnType<typeof withdraw>) =>
  outcome.ok ? outcome.value : outcome.refusal.kind.code

describe('approving', () => {
  test('a second officer of the right office, at another device, may', () => {
    expect(codeOf(approve(proposal, second, seen, noon))).toBe('approved')
  })

  test.each<[string, Partial<Decider>, string]>([
    ['one’s own is not possible, at whatever device', { accountId: 'one' }, 'approvals.own-proposal'],
    ['somebody without the approving office may not', { isApprover: false }, 'approvals.not-approver'],
    ['the device of the proposal is not a second one', { device: 'browser-1' }, 'approvals.same-device'],
    ['wants the second factor fresh', { wantsFreshFactor: true }, 'http.fresh-factor-required'],
  ])('%s', (_rule, as, code) => {
    expect(codeOf(approve(proposal, { ...second, ...as }, seen, noon))).toBe(code)
  })

  test('what has changed since it was shown is not approved', () => {
    expect(codeOf(approve(proposal, second, { shown: 'aa', now: 'bb' }, noon))).toBe('approvals.changed')
  })

  test('at the instant of lapsing it is too late, one millisecond before it is not', () => {
    expect(codeOf(approve(proposal, second, seen, proposal.lapsesAt))).toBe('approvals.lapsed')
    expect(codeOf(approve(proposal, second, seen, new Date(proposal.lapsesAt.getTime() - 1)))).toBe('approved')
    expect(stateAt(proposal, proposal.lapsesAt)).toBe('lapsed')
  })

  test.each<ProposalState>(['approved', 'carried-out', 'failed', 'returned', 'withdrawn'])(
    'what is %s is decided, also long after it would have lapsed',
    (state) => {
      const later = new Date('2027-01-01T00:00:00Z')
      expect(codeOf(approve({ ...proposal, state }, second, seen, later))).toBe('approvals.decided')
      expect(stateAt({ ...proposal, state }, later)).toBe(state)
    },
  )
})

describe('returning', () => {
  test('needs a reason', () => {
    expect(codeOf(giveBack(proposal, second, ' \n', noon))).toBe('approvals.reason-missing')
    expect(codeOf(giveBack(proposal, second, 'The order is of another year', noon))).toBe('returned')
  })

  test('is for who could approve', () => {
    expect(mayDecide(proposal, { ...second, accountId: 'one' }, noon).ok).toBe(false)
    expect(codeOf(giveBack(proposal, { ...second, device: 'browser-1' }, 'No', noon))).toBe('approvals.same-device')
  })
})

test('only the proposer withdraws, and only while it is open', () => {
  expect(codeOf(withdraw(proposal, 'one', noon))).toBe('withdrawn')
  expect(codeOf(withdraw(proposal, 'two', noon))).toBe('approvals.not-proposer')
  expect(codeOf(withdraw(proposal, 'one', proposal.lapsesAt))).toBe('approvals.lapsed')
})
