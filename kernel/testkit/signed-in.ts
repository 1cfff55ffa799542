import type { Grant, SessionFacts } from '@intikhab/kernel/identity'

/** The session of a person whom a test signs in without a sign-in. */
export const testSession: SessionFacts = {
  id: 'session-1',
  device: 'browser-1',
  secondFactorAt: '2026-01-01T00:00:00.000Z',
}

/** An office for gates that ask of the office only whether there is one. */
export const anyOffice: Grant = { role: 'secretariat', scope: { kind: 'national' } }
