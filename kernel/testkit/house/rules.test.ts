import { expect, test } from 'vitest'
import type { Room } from './plan.ts'
import { findBreaches } from './rules.ts'

const rooms: Room[] = [
  { name: '@intikhab/law', folder: 'law', doors: ['.'], kind: 'law' },
  { name: '@intikhab/kernel', folder: 'kernel', doors: ['./refusal', './database'], kind: 'kernel' },
  { name: '@intikhab/rolls', folder: 'election/rolls', doors: ['.'], kind: 'system' },
  { name: '@intikhab/results', folder: 'election/results', doors: ['.', './web', './sim'], kind: 'system' },
  { name: '@intikhab/server', folder: 'apps/server', doors: ['.'], kind: 'app' },
]
const rulesBroken = (...sources: [path: string, text: string][]) =>
  findBreaches(
    sources.map(([path, text]) => ({ path, text })),
    rooms,
  ).map((breach) => `${breach.rule} ${breach.path}:${breach.line}`)

test('a system that enters by the doors breaks nothing', () => {
  expect(
    rulesBroken(
      [
        'election/results/server/store.ts',
        "import { findVoter } from '@intikhab/rolls'\nimport { refuse } from '@intikhab/kernel/refusal'\nconst q = sql`select 1 from results.form`",
      ],
      [
        'election/results/core/count.ts',
        "import type { Cnic } from '@intikhab/rolls'\nimport { getRulePack } from '@intikhab/law'\nexport const at = (now: Date) => new Date(now)",
      ],
    ),
  ).toEqual([])
})

test('a deep import past another face is found, by name, by path and when dynamic', () => {
  expect(
    rulesBroken([
      'election/results/server/a.ts',
      [
        "import { x } from '@intikhab/rolls/server/store.ts'",
        "export * from '../../rolls/core/x.ts'",
        ['const y = await imp', "ort('@intikhab/rolls/core')"].join(''),
      ].join('\n'),
    ]),
  ).toEqual([1, 2, 3].map((line) => `deep-import election/results/server/a.ts:${line}`))
})

test('a room may not be entered from below', () => {
  expect(
    rulesBroken(
      ['law/a.ts', "import { accept } from '@intikhab/kernel/refusal'"],
      ['kernel/http/a.ts', "import { x } from '@intikhab/rolls'"],
      ['election/rolls/server/a.ts', "import { main } from '@intikhab/server'"],
      ['election/rolls/server/b.ts', "import { station } from '@intikhab/results/sim'"],
    ),
  ).toEqual([
    'forbidden-door law/a.ts:1',
    'forbidden-door kernel/http/a.ts:1',
    'forbidden-door election/rolls/server/a.ts:1',
    'forbidden-door election/rolls/server/b.ts:1',
  ])
})

test('two systems that import each other are a circle, unless one asks for types only', () => {
  const there: [string, string] = ['election/results/server/a.ts', "import { x } from '@intikhab/rolls'"]
  expect(rulesBroken(there, ['election/rolls/server/b.ts', "import { y } from '@intikhab/results'"])).toHaveLength(1)
  expect(rulesBroken(there, ['election/rolls/server/b.ts', "import type { Y } from '@intikhab/results'"])).toEqual([])
})

test('a core that does I/O, reads the clock, draws at random or calls another system is found', () => {
  const lines = [
    "import { readFileSync } from 'node:fs'",
    "import { findVoter } from '@intikhab/rolls'",
    'const at = Date.now()',
    'const day = new Date()',
    'const lot = Math.random()',
    'const home = process.env.HOME',
  ]
  const found = rulesBroken(['election/results/core/a.ts', lines.join('\n')])
  for (const line of [1, 2, 3, 4, 5, 6]) expect(found).toContain(`impure-core election/results/core/a.ts:${line}`)
})

test('comments and test files may say what code may not', () => {
  expect(
    rulesBroken(
      ['election/results/core/a.ts', '// Date.now() is not for us\n/* from rolls.voter */'],
      ['election/results/core/a.test.ts', "import { readFileSync } from 'node:fs'\nconst at = Date.now()"],
    ),
  ).toEqual([])
})

test("another system's schema in SQL is found in raw text and in the query builder", () => {
  expect(
    rulesBroken(
      ['election/results/server/store.ts', 'sql`select 1\nfrom rolls.voter`'],
      ['election/results/server/other.ts', "db.selectFrom('rolls.voter')"],
      ['kernel/database/a.ts', 'sql`delete from results.form`'],
    ),
  ).toEqual([
    'foreign-schema election/results/server/store.ts:2',
    'foreign-schema election/results/server/other.ts:1',
    'foreign-schema kernel/database/a.ts:1',
  ])
})

test('a dotted act or refusal code is not taken for a table', () => {
  expect(rulesBroken(['election/rolls/server/routes.ts', "const act = 'results.correct'"])).toEqual([])
})

test('the environment is read in one file', () => {
  expect(
    rulesBroken(['apps/server/environment.ts', 'process.env.PORT'], ['apps/server/main.ts', 'process.env.PORT']),
  ).toEqual(['environment apps/server/main.ts:1'])
})

test('other machines are called through one room, which knows where it may', () => {
  expect(
    rulesBroken(
      ['kernel/ledger/witnesses.ts', 'await fetch(url)'],
      ['kernel/outbound/index.ts', 'await fetch(url)'],
      ['election/results/server/a.ts', 'https.request(url)\nstore.fetch(row)'],
      ['election/results/web/seat.tsx', 'await fetch(url)'],
    ),
  ).toEqual(['outbound kernel/ledger/witnesses.ts:1', 'outbound election/results/server/a.ts:1'])
})
