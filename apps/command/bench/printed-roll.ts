import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { generateCountry, votersOf, votersOfBlock, type Country, type CountryVoter } from '@intikhab/rehearsal/country'
import { printLists, type PrintedList, type PrintJob } from '@intikhab/rolls'
import type { Figure } from './figure.ts'
import type { BenchSettings, Stage } from './stage.ts'

/** Enough lists for every cache to be full, and for memory to show whether it grows. */
const votersOfCountry = 200_000
/** A large block: nine in ten have fewer voters of both genders together. */
const votersOfLargeBlock = 1500
const [threads, megabyte] = [2, 1e6]

/** Voters as a list for print, numbered from 1. */
function listOf(
  country: Country,
  block: string,
  gender: 'male' | 'female',
  voters: readonly CountryVoter[],
): PrintedList {
  return {
    stage: 'final',
    roll: 'general',
    gender,
    area: {
      block,
      nameUr: country.circles[0]?.name.ur ?? '',
      tehsilUr: 'اسلام آباد',
      districtUr: 'اسلام آباد',
      provinceUr: 'اسلام آباد',
      seats: [{ code: 'NA-46', nameUr: 'اسلام آباد 1' }],
    },
    qualifyingDate: country.qualifyingDate,
    edition: { id: 'list-bench', hash: '0'.repeat(64), madeAt: '2026-01-01T00:00:00Z' },
    lastSerial: voters.length,
    station: null,
    marked: false,
    recipient: null,
    voters: voters.map((voter, i) => ({
      serial: i + 1,
      household: voter.household,
      cnic: voter.cnic,
      nameUr: voter.nameUr,
      relation: voter.relation,
      relationNameUr: voter.relationNameUr,
      dateOfBirth: voter.dateOfBirth,
      addressUr: voter.addressUr,
      photo: null,
      mark: null,
    })),
  }
}

/** The men's and the women's list of every block, made when they are asked for. */
function* everyList(country: Country, folder: string): Generator<PrintJob> {
  for (const [index, { code }] of country.blocks.entries()) {
    const voters = [...votersOfBlock(country, index)]
    for (const gender of ['male', 'female'] as const) {
      const own = voters.filter((voter) => voter.gender === gender)
      yield { list: listOf(country, code, gender, own), pdf: join(folder, `${code}-${gender}.pdf`) }
    }
  }
}

interface Run {
  readonly pages: number
  readonly bytes: number
  readonly seconds: number
  readonly processorSeconds: number
  /** Bytes that the process, its threads included, came to have: the most in the first half of the lists, and in the second. */
  readonly memory: readonly [number, number]
}

/** Prints everything; each file is removed once it is there. */
async function printEverything(jobs: Iterable<PrintJob>, count: number, report: (done: number) => void): Promise<Run> {
  const began = performance.now()
  const processor = process.cpuUsage()
  const before = process.memoryUsage.rss()
  let [done, pages, bytes] = [0, 0, 0]
  const memory: [number, number] = [0, 0]
  for await (const file of printLists(jobs, { threads })) {
    const half = done++ < count / 2 ? 0 : 1
    memory[half] = Math.max(memory[half], process.memoryUsage.rss() - before)
    pages += file.pages
    bytes += file.bytes
    rmSync(file.file)
    report(done)
  }
  const { user, system } = process.cpuUsage(processor)
  const seconds = (performance.now() - began) / 1000
  return { pages, bytes, seconds, processorSeconds: (user + system) / 1e6, memory }
}

/** A large block by itself, on a thread that is started for it: what an officer waits for. */
async function printLargeBlock(country: Country, folder: string): Promise<Run> {
  const voters = votersOf(country)
    .filter(({ gender }) => gender === 'male')
    .take(votersOfLargeBlock)
    .toArray()
  const list = listOf(country, country.blocks[0]?.code ?? '', 'male', voters)
  return printEverything([{ list, pdf: join(folder, 'large.pdf') }], 1, () => undefined)
}

async function* play({ workshop, onProgress }: BenchSettings): AsyncGenerator<Figure> {
  const folder = join(workshop, 'printed-roll')
  mkdirSync(folder, { recursive: true })
  const country = generateCountry({ seed: 'printed-roll', voters: votersOfCountry })
  const block = await printLargeBlock(country, folder)
  const lists = 2 * country.blocks.length
  const run = await printEverything(everyList(country, folder), lists, (done) =>
    onProgress('Lists printed', done, lists),
  )
  const grown = Math.max(0, run.memory[1] - run.memory[0])
  yield {
    name: 'printed-roll',
    what: 'printed roll: pages with names in Nastaliq, PDF/A with a text layer',
    measures: [
      { of: '', value: run.pages / run.seconds, unit: '/s', atLeast: 150 },
      { of: `a block of ${votersOfLargeBlock.toLocaleString('en')}`, value: block.seconds, unit: 's', atMost: 1.5 },
      { of: 'processor time of a page', value: (1000 * run.processorSeconds) / run.pages, unit: 'ms' },
      { of: 'memory', value: Math.max(...run.memory) / megabyte, unit: 'MB' },
      { of: 'more in the second half', value: grown / megabyte, unit: 'MB', atMost: 50 },
    ],
    sizes: `${votersOfCountry.toLocaleString('en')} voters in ${lists} lists, ${run.pages.toLocaleString('en')} pages, ${(run.bytes / megabyte).toFixed(0)} MB written, on ${threads} threads; the block by itself has ${block.pages} pages, the start of its thread included`,
  }
}

/** Lists are generated as they are asked for, by the thread that hands them out. */
export const printedRollStage: Stage = {
  figures: ['printed-roll'],
  play: (_wanted, settings) => play(settings),
}
