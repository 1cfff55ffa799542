import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSmallDisk } from '@intikhab/kernel/testkit'
import { editionBench } from './editions.testkit.ts'
import { createEditionStore, openEditionReader, verifyEdition } from './index.ts'

const disk = openSmallDisk(4 << 20)
afterAll(() => disk?.remove())

test.skipIf(disk === undefined)(
  'on a full disk the last edition stays whole, tries leave nothing behind, and with room it goes on',
  async () => {
    const root = join(disk?.folder ?? '', 'editions')
    const bench = editionBench(createEditionStore({ root }))
    await bench.publish({ 'a.json': '1', 'b.json': '2' })
    disk?.fill()
    for (let tries = 0; tries < 3; tries++)
      await expect(bench.publish({ 'a.json': 'x'.repeat(500_000) }, ['b.json'])).rejects.toThrow(/ENOSPC/)
    const series = join(root, bench.series)
    expect(readdirSync(series).toSorted()).toEqual(['1', 'latest'])
    const reader = openEditionReader(bench.store)
    expect((await reader.latest(bench.series))?.manifest.number).toBe(1)
    disk?.makeRoom()
    const { manifest } = await bench.publish({ 'a.json': 'x'.repeat(500_000) }, ['b.json'])
    expect(manifest.number).toBe(2)
    for (const number of ['1', '2']) expect((await verifyEdition(join(series, number))).findings).toEqual([])
    reader.close()
  },
)
