import { join } from 'node:path'
import { nationalPlaces, nationalRegister, nationalTotal, openPlan, qualifyingDate } from '@intikhab/rehearsal/national'
import { loadRegister, type Cnic, type RegisterChunk } from '@intikhab/rolls'
import { openHouse, type Environment, type House } from '@intikhab/server'
import type { Figure, Measure } from '../figure.ts'
import type { BenchSettings } from '../stage.ts'
import { by, rollId, seed } from './national-roll.ts'
import { watchResources, type Cost } from './watch-resources.ts'

const roll = {
  nameEn: 'National roll of 2024',
  nameUr: 'قومی انتخابی فہرست 2024',
  rulePack: 'elections-act-2017@2023-08',
}

/** What was promised of the whole load at 128,585,760 voters. */
const promised = { seconds: 25 * 60, diskGB: 35, memoryGB: 8 }

const stepNames: Readonly<Record<string, string>> = {
  copy: 'generate and COPY',
  one_cnic_one_vote: 'primary key: one CNIC, one vote',
  one_voter_a_line: 'unique index: block, gender, serial',
  voter_by_name: 'index: key of the name, block',
  voter_abroad: 'index: those who vote from abroad',
  voter_to_visit: 'index: those who are to be visited',
  counters: 'counters of the lists, fingerprint, statistics of the planner',
  commit: 'commit',
  ready: 'ready to serve',
}

/** Loads the register of an empty installation and opens it as the server does; the figures of it, step by step. */
export async function loadNational(
  environment: Environment,
  { data, voters, onProgress }: BenchSettings,
): Promise<{ house: House; figures: Figure[] }> {
  const house = await openHouse(environment, { forBulkLoad: true })
  let pid = house.databasePid
  const watch = watchResources(environment.dataFolder, () => pid)
  const steps: { name: string; cost: Cost }[] = []
  let current = 'places'
  let anybody = '' as Cnic
  const begin = (name: string) => {
    steps.push({ name: current, cost: watch.lap() })
    current = name
    onProgress(stepNames[name] ?? name, 0, 1)
  }
  const began = performance.now()
  try {
    const options = { seed, voters, data }
    const { districts, areas } = nationalPlaces(await openPlan(options))
    await house.rolls.putPlaces(districts, areas, by)
    await house.rolls.addRoll({ ...roll, id: rollId, qualifyingDate, termEndsOn: null, resultsAnnouncedAt: null }, by)
    const load = {
      ownerUrl: house.databaseOwnerUrl,
      embeddedFolder: house.databaseFolder,
      ledger: house.ledger,
      now: house.now,
      onStep: begin,
    }
    const source = nationalRegister(options, (made) => onProgress(stepNames.copy ?? '', made, voters))
    async function* chunks(): AsyncGenerator<RegisterChunk> {
      for await (const chunk of source.chunks()) {
        anybody = Buffer.from(chunk.lines.subarray(0, 13)).toString() as Cnic
        yield chunk
      }
    }
    const loaded = await loadRegister(load, { ...source, chunks }, by)
    if (!loaded.ok) throw new Error(`the register was refused: ${loaded.refusal.kind.code}`)
    if (loaded.value.voters !== voters) throw new Error(`${loaded.value.voters} voters were loaded, not ${voters}`)
    begin('ready')
  } catch (error) {
    watch.stop()
    await house.close()
    throw error
  }
  await house.close()
  const opened = await openHouse(environment)
  pid = opened.databasePid
  const found = await opened.rolls.store.findVoter(anybody)
  if (found?.entry == null) throw new Error('a voter who was loaded is not found')
  steps.push({ name: current, cost: watch.lap() })
  watch.stop()
  const seconds = (performance.now() - began) / 1000
  return { house: opened, figures: [...steps.map(stepFigure), wholeFigure(steps, seconds, voters)] }
}

export function costMeasures({ seconds, disk, peakMemory }: Cost): Measure[] {
  return [
    { of: '', value: seconds, unit: 's' },
    { of: 'disk', value: disk / 1e9, unit: 'GB' },
    { of: 'memory', value: peakMemory / 1e9, unit: 'GB' },
  ]
}

function stepFigure({ name, cost }: { name: string; cost: Cost }): Figure {
  return { name: 'rolls', what: `load: ${stepNames[name] ?? name}`, measures: costMeasures(cost), sizes: '' }
}

function wholeFigure(steps: readonly { cost: Cost }[], seconds: number, voters: number): Figure {
  const largest = (of: (cost: Cost) => number) => Math.max(...steps.map(({ cost }) => of(cost))) / 1e9
  const disk = (steps.at(-1)?.cost.disk ?? 0) / 1e9
  const measures = [
    { of: '', value: seconds, unit: 's', atMost: promised.seconds },
    { of: 'disk', value: disk, unit: 'GB', atMost: promised.diskGB },
    { of: 'at most', value: largest((cost) => cost.peakDisk), unit: 'GB' },
    { of: 'memory', value: largest((cost) => cost.peakMemory), unit: 'GB', atMost: promised.memoryGB },
    { of: 'of a voter', value: (disk * 1e9) / voters, unit: 'B' },
  ] as const
  return {
    name: 'rolls',
    what: `load of ${voters.toLocaleString('en')} voters, ready to serve`,
    // The promise is for the whole country; a smaller roll would keep it by being small.
    measures: voters < nationalTotal ? measures.map(({ of, value, unit }) => ({ of, value, unit })) : measures,
    sizes: `${voters.toLocaleString('en')} voters into an empty register in one transaction, on the embedded PostgreSQL; memory of this process, of the thread that makes the voters and of PostgreSQL together, shared memory once; disk is the whole data folder`,
  }
}

/** The folder of the installation within the workshop. */
export const installationFolder = (workshop: string): string => join(workshop, 'rolls')
