import { expect, test } from 'vitest'
import type { OpenEditionLike, Site } from '@intikhab/kernel/screens'
import { deriveProgramme, getLegalDate, rulePacks } from '@intikhab/law'
import { electionDocument } from '../core/edition.ts'
import { parseElectionId } from '../core/election.ts'
import { loadProgramme, phaseOn } from './load.ts'

const parsed = parseElectionId('general-election-2018')
if (!parsed.ok) throw new Error(parsed.refusal.kind.code)
const id = parsed.value
const pack = rulePacks[0]!
const stages = deriveProgramme(pack, { notifiedOn: getLegalDate('2018-05-31'), holidays: new Set() })
const document = electionDocument(
  {
    id,
    nameEn: 'General Election 2018',
    nameUr: 'عام انتخابات 2018',
    kind: 'general',
    packId: pack.id,
    pollDate: stages.poll,
    assemblies: ['NA'],
  },
  [
    {
      electionId: id,
      version: 1,
      stages,
      madeAt: new Date('2018-05-31T12:00:00Z'),
      reason: 'General election',
      orderReference: null,
      holidays: [],
      approvalId: null,
    },
  ],
)

const edition: OpenEditionLike = {
  id: 'ab'.repeat(32),
  manifest: {
    series: 'election-general-election-2018',
    number: 7,
    madeAt: '2018-05-31T12:00:01Z',
    subject: {},
    ledger: { size: 3, root: 'cd'.repeat(32) },
    previous: null,
    files: [{ path: 'election.json', sha256: 'ef'.repeat(32), size: 10 }],
  },
  bytes: () => Promise.resolve(undefined),
  json: <T>(path: string) => Promise.resolve(path === 'election.json' ? (document as T) : undefined),
}
const editions = {
  latest: (series: string) => Promise.resolve(series === edition.manifest.series ? edition : undefined),
}
const siteElection = { name: { en: 'E', ur: 'ا' }, pollDate: '2018-07-24', delimitationId: null }
const site = {
  elections: [
    { ...siteElection, id: 'general-election-2018' },
    { ...siteElection, id: 'demonstration-2026' },
  ],
} as unknown as Site

test('without a name the page is about the site’s first election, and names the others', async () => {
  const data = await loadProgramme(editions, undefined, { site, now: new Date('2018-06-10T19:00:00Z') })
  expect(data).toMatchObject({
    inForce: { version: 1 },
    today: '2018-06-11',
    note: { number: 7, ledgerSize: 3 },
    proof: { path: 'election.json' },
    others: [{ id: 'demonstration-2026' }],
  })
})

test.each(['demonstration-2026', 'No such election'])(
  '%s, of which nothing is published, has no page',
  async (name) => {
    expect(await loadProgramme(editions, name, { site, now: new Date(0) })).toBeUndefined()
  },
)

test('the phase of a day is read off the published table', () => {
  const phase = (day: string) => phaseOn(document, getLegalDate(day))?.code
  expect(['2018-01-01', '2018-05-31', '2018-06-14', '2018-07-24', '2019-01-01'].map(phase)).toEqual([
    'not-notified',
    'notified',
    'scrutiny',
    'polling-day',
    'after-poll',
  ])
})
