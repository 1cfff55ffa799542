import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../country/random.ts'
import { formFigures } from './form-figures.ts'

const counts = fc.record({
  male: fc.nat(3000),
  female: fc.nat(3000),
  votes: fc.array(fc.nat(300), { minLength: 1, maxLength: 41 }),
  excluded: fc.nat(60),
  wrongBy: fc.constantFrom(0, 0, 63),
  struck: fc.record({ male: fc.nat(3000), female: fc.nat(3000) }),
})

test('every ballot paper is accounted for, rows stand by serial, and only a form that cannot be says so', () => {
  fc.assert(
    fc.property(counts, fc.string(), ({ male, female, votes, excluded, wrongBy, struck }, seed) => {
      const sum = votes.reduce((a, b) => a + b, 0)
      const station = {
        number: 1,
        name: 'A',
        from: 'generated',
        type: 'combined',
        male,
        female,
        lat: '',
        lon: '',
      } as const
      const reversed = votes.map((_, i) => votes.length - i)
      const count = { station, votes, validTotal: sum + wrongBy, excluded, polled: struck }
      const forms = formFigures(count, reversed, seeded(seed))
      const { received, unissued, outOfBox, tendered, spoilt, missing } = forms.account
      expect(outOfBox + spoilt + unissued + tendered + missing).toBe(received)
      expect(Math.min(unissued, outOfBox, spoilt)).toBeGreaterThanOrEqual(0)
      expect(outOfBox).toBe(sum + excluded)
      expect(forms.count.candidates.map(({ total }) => total)).toEqual(votes.toReversed())
      expect(forms.count.candidates.map(({ serial }) => serial)).toEqual(votes.map((_, i) => i + 1))
      expect(forms.count.polled.total).toBe(struck.male + struck.female)
      expect(forms.count.agents.signed + forms.count.agents.refused.length).toBe(forms.count.agents.present)
      const cannotBe = wrongBy !== 0 || struck.male + struck.female > male + female || sum + excluded > male + female
      expect(forms.count.asOnPaper ?? false).toBe(cannotBe)
    }),
  )
})
