import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { demonstration, generateCountry, votersOf } from '@intikhab/rehearsal/country'
import { signInSecretariat, startChildServer, type ChildServer, type Ready } from '@intikhab/rehearsal/stage'
import { buildWeb } from '@intikhab/web'
import { loadInTurns, loadMeasures, sayLoads } from './best-load.ts'
import type { Figure } from './figure.ts'
import { loading, type Stage } from './stage.ts'

/** Every so many voters one is asked for: 200,000 of a million, spread over all blocks. */
const everyVoter = 5

/** The demonstration country from nothing: how long a newcomer waits, and how fast it says who votes where. */
export const demonstrationStage: Stage = {
  figures: ['first-page', 'enquiry'],
  async *play(wanted, { workshop, onProgress }) {
    const began = performance.now()
    onProgress('Building the screens', 0, 1)
    await buildWeb({ force: true })
    const built = performance.now()
    onProgress('First start', 0, 1)
    const options = ['--port', '0', '--data', join(workshop, 'demonstration')]
    const server = await startChildServer<Ready>(options, { INTIKHAB_TRUSTED_CALLERS: '127.0.0.1' })
    try {
      await firstPage(server.ready.url)
      const shown = performance.now()
      if (wanted.has('first-page')) yield firstPageFigure((built - began) / 1000, (shown - built) / 1000)
      if (!wanted.has('enquiry')) return
      const bodies = join(workshop, 'enquiries')
      onProgress('Writing enquiries', 0, 1)
      const asked = await writeEnquiries(bodies)
      await officesDone(server.ready)
      onProgress('Asking by CNIC', 0, 1)
      yield await enquiryFigure(server, bodies, asked)
    } finally {
      await server.stop()
    }
  },
}

/** Asks for the home page until it is there. */
async function firstPage(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(new URL('/en', url))
    await answer.text()
    if (answer.status === 200) return
    await wait(50)
  }
}

function firstPageFigure(building: number, starting: number): Figure {
  return {
    name: 'first-page',
    what: 'first start to first page, demonstration country',
    measures: [
      { of: '', value: building + starting, unit: 's', atMost: 30 },
      { of: 'screens', value: building, unit: 's' },
      { of: 'country', value: starting, unit: 's' },
    ],
    sizes: `an empty data folder and no screens built; ${demonstration.voters.toLocaleString('en')} voters; until GET /en answers 200`,
  }
}

/** Waits until the registration offices have done what they begin with after a first start: it is not what is measured. */
async function officesDone(ready: Ready): Promise<void> {
  const { proposer: secretariat } = await signInSecretariat(ready)
  const path = '/api/rolls/districts/islamabad/suspicions?state=decided'
  while ((await secretariat.get<{ suspicions: readonly unknown[] }>(path)).suspicions.length === 0) await wait(1000)
}

/** A body for each voter asked for; gives their number. */
async function writeEnquiries(file: string): Promise<number> {
  let asked = 0
  function* lines(): Generator<string> {
    let turn = 0
    for (const { cnic } of votersOf(generateCountry())) {
      if (turn++ % everyVoter !== 0) continue
      asked++
      yield `${JSON.stringify({ cnic })}\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  return asked
}

async function enquiryFigure({ ready, pid }: ChildServer<Ready>, bodies: string, asked: number): Promise<Figure> {
  const job = {
    url: new URL('/api/enquiry', ready.url).href,
    headers: { 'content-type': 'application/json' },
    bodies,
    ...loading,
  }
  const loads = await loadInTurns(job, pid, loading.turns)
  return {
    name: 'enquiry',
    what: 'enquiry by CNIC over HTTP',
    measures: loadMeasures(loads, { atLeast: 8000, p99AtMost: 20 }),
    sizes: `${asked.toLocaleString('en')} CNICs of ${demonstration.voters.toLocaleString('en')} voters one after the other, ${loading.connections} connections, turns of ${loading.seconds} s, the best counts: ${sayLoads(loads)}`,
  }
}
