import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  dirtyCountry,
  dirtyDistrict,
  generateCountry,
  usualDirt,
  type Country,
  type DirtyCountry,
  type KnownTruth,
} from '@intikhab/rehearsal/country'
import { cardLine, findSuspicions, suspicionKinds, type Suspicion, type SuspicionKind } from '@intikhab/rolls'
import type { Figure, Measure } from './figure.ts'
import type { BenchSettings, Stage } from './stage.ts'
import { watchResources } from './rolls/watch-resources.ts'

const seed = 'suspicions-2026'
/** What was promised of ten million voters. */
const promised = { voters: 10_000_000, seconds: 600, recall: 0.95, precision: 0.9 }
const limits = { memory: '4GB', threads: 2 }

/** How much second cards differ from the first (`DirtShares.severity`): as promised for, and as bad as it gets. */
const severities = [usualDirt.severity, 1]

/** The faults of a generated roll found again, against what is known of them. */
export const qualityStage: Stage = {
  figures: ['quality'],
  async *play(_wanted, settings) {
    for (const severity of severities) yield* lookThrough(severity, settings)
  },
}

async function* lookThrough(severity: number, { voters, workshop, onProgress }: BenchSettings): AsyncGenerator<Figure> {
  const country = generateCountry({ seed, voters, seats: Math.max(3, Math.round(voters / 450_000)) })
  const dirty = dirtyCountry(country, { ...usualDirt, severity }, (made) => onProgress('voters', made, 2 * voters))
  const watch = watchResources(workshop, () => undefined)
  let writing = 0
  const { cards, suspicions } = await findSuspicions({
    areas: areasOf(country),
    asOf: country.qualifyingDate,
    folder: join(workshop, 'quality'),
    limits,
    async writeCards(file) {
      await writeCards(file, dirty)
      writing = watch.lap().seconds
    },
    onProgress: (part) => onProgress('suspicions', Math.round(part * 100), 100),
  })
  const cost = watch.lap()
  watch.stop()
  const isWhole = voters >= promised.voters
  const sizes = `${cards.toLocaleString('en')} cards from the seed ${seed}, severity ${severity}, whose making (${writing.toFixed(0)} s) is not counted; DuckDB within ${limits.memory}, 2 threads`
  const dirt = `severity ${severity}`
  yield {
    name: 'quality',
    what: `suspicions, ${dirt}: the whole roll looked through`,
    measures: [
      { of: '', value: cost.seconds, unit: 's', ...(isWhole ? { atMost: promised.seconds } : {}) },
      { of: 'memory', value: cost.peakMemory / 1e9, unit: 'GB' },
    ],
    sizes,
  }
  const isAsked = isWhole && severity <= usualDirt.severity
  for (const kind of suspicionKinds) yield figureOf(dirt, kind, dirty.truth, suspicions, isAsked)
  yield* byHow(dirt, dirty.truth, suspicions)
}

function areasOf(country: Country) {
  return country.blocks.map(({ code, circle }, index) => ({
    block: Number(code),
    nameUr: country.circles[circle]?.name.ur ?? '',
    district: String(dirtyDistrict(index)),
  }))
}

async function writeCards(file: string, dirty: DirtyCountry): Promise<void> {
  function* batches() {
    let batch = ''
    for (const voter of dirty.voters()) {
      batch += cardLine(voter)
      if (batch.length < 1 << 20) continue
      yield batch
      batch = ''
    }
    yield batch
  }
  await pipeline(Readable.from(batches()), createWriteStream(file))
}

/** A fault counts as found where the finder names the same cards, or of a house at least half of its people. */
function judge(truth: readonly KnownTruth[], found: readonly Suspicion[]) {
  const faultOf = new Map<string, KnownTruth[]>()
  for (const fault of truth) for (const cnic of fault.cnics) faultOf.set(cnic, [...(faultOf.get(cnic) ?? []), fault])
  const hit = new Set<KnownTruth>()
  let right = 0
  for (const { cnics } of found) {
    const shared = new Map<KnownTruth, number>()
    for (const cnic of cnics)
      for (const fault of faultOf.get(String(cnic)) ?? []) shared.set(fault, (shared.get(fault) ?? 0) + 1)
    const meant = [...shared].find(
      ([fault, n]) => n >= (fault.cnics.length > 2 ? fault.cnics.length / 2 : fault.cnics.length),
    )
    if (meant === undefined) continue
    right++
    hit.add(meant[0])
  }
  return { right, hit }
}

function figureOf(
  dirt: string,
  kind: SuspicionKind,
  all: readonly KnownTruth[],
  found: readonly Suspicion[],
  isPromised: boolean,
): Figure {
  const truth = all.filter((fault) => fault.kind === kind)
  const ofKind = found.filter((one) => one.kind === kind)
  const { right, hit } = judge(truth, ofKind)
  const asked = (share: number) => (isPromised && kind === 'two-cards' ? { atLeast: 100 * share } : {})
  return {
    name: 'quality',
    what: `suspicions, ${dirt}: ${kind}`,
    measures: [
      { of: 'precision', value: (100 * right) / Math.max(1, ofKind.length), unit: '%', ...asked(promised.precision) },
      { of: 'recall', value: (100 * hit.size) / Math.max(1, truth.length), unit: '%', ...asked(promised.recall) },
    ],
    sizes: `${truth.length.toLocaleString('en')} faults put there, ${ofKind.length.toLocaleString('en')} found`,
  }
}

/** Second cards by how they differ from the first: where it stands, the birth, the names. */
function* byHow(dirt: string, all: readonly KnownTruth[], found: readonly Suspicion[]): Generator<Figure> {
  const truth = all.filter(({ kind }) => kind === 'two-cards')
  const { hit } = judge(
    truth,
    found.filter(({ kind }) => kind === 'two-cards'),
  )
  for (const [i, part] of ['place', 'birth', 'name', "father's name"].entries()) {
    const ways = Map.groupBy(truth, ({ how }) => how.split('/')[i] ?? '')
    const measures = [...ways]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([of, faults]): Measure => ({
        of,
        value: (100 * faults.filter((fault) => hit.has(fault)).length) / faults.length,
        unit: '%',
      }))
    yield { name: 'quality', what: `suspicions, ${dirt}: recall of two cards by ${part}`, measures, sizes: '' }
  }
}
