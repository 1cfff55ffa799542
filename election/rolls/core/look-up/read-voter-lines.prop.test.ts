import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readVoterLines } from './read-voter-lines.ts'

const rows = fc.array(
  fc.record({
    cnic: fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 }),
    block: fc.integer({ min: 1, max: 999_999_999 }),
    gender: fc.nat(2),
    serial: fc.nat(999_999),
    household: fc.nat(9999),
    state: fc.nat(3),
  }),
  { maxLength: 40 },
)

test('voters are read as the register wrote them, wherever the chunks break', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (voters, cuts) => {
      const text = Buffer.from(
        voters
          .map(
            ({ cnic, block, gender, serial, household, state }) =>
              `${cnic}\t${block}\t${'mfo'[gender]}\t${serial}\t${household}\t${'abdo'[state]}\n`,
          )
          .join(''),
      )
      const read: object[] = []
      const take = readVoterLines((bytes, at, block, gender, serial, household, state) => {
        const cnic = Number(Buffer.from(bytes.subarray(at, at + 13)).toString())
        read.push({ cnic, block, gender, serial, household, state })
      })
      for (let at = 0, cut = 0; at < text.length; cut++) {
        const size = cuts[cut % cuts.length] ?? 1
        // Handed over in memory that is used again, as a socket's is.
        const chunk = Buffer.from(text.subarray(at, at + size))
        take(chunk)
        chunk.fill(0)
        at += size
      }
      expect(read).toEqual(voters)
    }),
  )
})

test.each([
  '990010000001\t901010101\tm\t1\t1\ta\n',
  '9900100000011\t901010101\tx\t1\t1\ta\n',
  '9900100000011\t901010101\tm\t1\t1\tr\n',
  '9900100000011\t\\N\tm\t1\t1\ta\n',
  '9900100000011\t901010101\tm\t-1\t1\ta\n',
])('a line that is none of the register is not guessed at: %j', (line) => {
  expect(() => readVoterLines(() => undefined)(Buffer.from(line))).toThrow('this is no line of the register')
})
