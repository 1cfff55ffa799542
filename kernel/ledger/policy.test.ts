import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { witnessKey } from './cosignature.ts'
import { verifierKey } from './note.ts'
import { isQuorum, parsePolicy } from './policy.ts'
import { openSigner } from './signer.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-policy-'))
afterAll(() => rmSync(folder, { recursive: true }))
const key = (name: string) => openSigner(join(folder, `${name}.pem`), `${name}.example`)
const w = (name: string) => witnessKey(key(name))

/** The example of the specification, with keys. */
const example = `
# who watches
log ${verifierKey(key('log'))} https://commission.example
witness X1 ${w('x1')} https://x1.example/witness/
witness X2 ${w('x2')}
\twitness X3   ${w('x3')}
group X-witnesses 2 X1 X2 X3
witness Y1 ${w('y1')}
witness Y2 ${w('y2')}
group Y-witnesses any Y1 Y2
group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`

test('the example of the specification is read as it is meant', () => {
  const { logs, witnesses, quorum } = parsePolicy(example)
  expect(logs).toMatchObject([{ key: { name: 'log.example' }, url: 'https://commission.example' }])
  expect(witnesses.map(({ name, url }) => [name, url])).toEqual([
    ['X1', 'https://x1.example/witness'],
    ['X2', undefined],
    ['X3', undefined],
    ['Y1', undefined],
    ['Y2', undefined],
  ])
  const enough = (...names: string[]) => isQuorum(quorum, new Set(names))
  expect([enough('X1', 'X3', 'Y2'), enough('X1', 'X2', 'X3'), enough('X1', 'Y1', 'Y2'), enough()]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('without a quorum nothing is asked', () => {
  expect(isQuorum(parsePolicy('quorum none').quorum, new Set())).toBe(true)
})

test.each([
  ['no quorum', `witness A ${w('a')}`, /no line “quorum”/],
  ['two quorums', 'quorum none\nquorum none', /second quorum/],
  ['a quorum of somebody unknown', 'quorum A', /not defined above/],
  ['a group of later lines', `group G any A\nwitness A ${w('a')}\nquorum G`, /not defined above/],
  ['one witness in two groups', `witness A ${w('a')}\ngroup G any A\ngroup H any A\nquorum H`, /in a group already/],
  ['the same key twice', `witness A ${w('a')}\nwitness B ${w('a')}\nquorum A`, /has a line already/],
  ['the same name twice', `witness A ${w('a')}\nwitness A ${w('b')}\nquorum A`, /is taken/],
  ['more than there are', `witness A ${w('a')}\ngroup G 2 A\nquorum G`, /cannot be/],
  ['nobody at all', 'group G any\nquorum G', /cannot be/],
  ['the key of a log as witness', `witness A ${verifierKey(key('a'))}\nquorum A`, /not the key of a witness/],
  ['an address that is none', `witness A ${w('a')} file:///etc/passwd\nquorum A`, /no http address/],
  ['a control character', 'quorum none\r', /control character/],
  ['a word unknown', 'witnesses none', /is none of/],
])('a policy with %s is refused', (_, text, message) => {
  expect(() => parsePolicy(text)).toThrow(message)
})
