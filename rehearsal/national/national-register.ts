import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ElectoralArea, RegisterChunk, RegisterSource, RollDistrict } from '@intikhab/rolls'
import { blockCode } from './census.ts'
import { censusDistricts } from './districts.ts'
import type { NationalPlan } from './national-plan.ts'
import type { NationalOptions } from './open-plan.ts'

/** Chunks under way at a time: the thread that writes never waits for the one that reads, and memory stays flat. */
const underWay = 6

async function* writtenBeside(options: NationalOptions): AsyncGenerator<RegisterChunk> {
  const worker = new Worker(new URL('./national-worker.ts', import.meta.url), { workerData: options })
  const arrived: (RegisterChunk | null)[] = []
  const failed = new Promise<never>((_, reject) => worker.once('error', reject))
  failed.catch(() => undefined)
  worker.on('message', (chunk: RegisterChunk | null) => arrived.push(chunk))
  for (let i = 0; i < underWay; i++) worker.postMessage('next', [])
  try {
    for (;;) {
      while (arrived.length === 0) await Promise.race([once(worker, 'message'), failed])
      const chunk = arrived.shift()
      if (chunk == null) return
      yield chunk
      worker.postMessage('next', [])
    }
  } finally {
    await worker.terminate()
  }
}

/** The voters of a national roll, written by a thread of their own. `onVoters` is told how many have been handed over. */
export function nationalRegister(options: NationalOptions, onVoters?: (made: number) => void): RegisterSource {
  return {
    name: `national roll ${options.seed}`,
    async *chunks() {
      let made = 0
      for await (const chunk of writtenBeside(options)) {
        for (const { men, women, others } of chunk.blocks) made += men + women + others
        yield chunk
        onVoters?.(made)
      }
    },
  }
}

/** The districts and electoral areas of the roll. Offices have a number that is nobody's. */
export function nationalPlaces({ code, district, place, places, blocks }: NationalPlan): {
  readonly districts: readonly RollDistrict[]
  readonly areas: readonly ElectoralArea[]
} {
  const districts = censusDistricts.map(({ code: of, nameEn, nameUr, region }) => ({
    code: of,
    nameEn,
    nameUr,
    province: region,
    officePhone: '051-0000000',
  }))
  const areas = Array.from({ length: blocks }, (_, i) => {
    const { en, ur } = places[place[i] ?? 0] ?? { en: '', ur: '' }
    return {
      block: blockCode(code[i]),
      nameEn: en,
      nameUr: ur,
      district: censusDistricts[district[i] ?? 0]?.code ?? '',
    }
  })
  return { districts, areas }
}
