import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cnic } from '../../core/identifiers.ts'
import { voterHandles } from './voter-handle.ts'

const handles = voterHandles(Buffer.alloc(32, 7))
const cnic = fc.bigInt(10n ** 12n, 10n ** 13n - 1n).map((n) => String(n) as Cnic)

test('a name leads back to its CNIC, is always the same, and does not show it', () => {
  fc.assert(
    fc.property(cnic, (one) => {
      const handle = handles.handleOf(one)
      expect(handle).toMatch(/^[\w-]{55}$/)
      expect(handles.cnicOf(handle)).toBe(one)
      expect(handles.handleOf(one)).toBe(handle)
      expect(voterHandles(Buffer.alloc(32, 8)).cnicOf(handle)).toBeUndefined()
    }),
  )
})

test('a name that this house did not give leads to nobody', () => {
  const good = handles.handleOf('9900100000011' as Cnic)
  fc.assert(
    fc.property(fc.nat(54), fc.constantFrom('A', 'b', '-'), (at, letter) => {
      const other = good.slice(0, at) + letter + good.slice(at + 1)
      fc.pre(Buffer.from(other, 'base64url').compare(Buffer.from(good, 'base64url')) !== 0)
      expect(handles.cnicOf(other)).toBeUndefined()
    }),
  )
  expect(handles.cnicOf('')).toBeUndefined()
})
