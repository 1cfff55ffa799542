import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSmallDisk } from '@intikhab/kernel/testkit'
import { openEvidence } from './index.ts'

const disk = openSmallDisk(4 << 20)
afterAll(() => disk?.remove())

test.skipIf(disk === undefined)(
  'on a full disk nothing is acknowledged, nothing is left behind, nothing kept is lost',
  async () => {
    const folder = join(disk?.folder ?? '', 'evidence')
    const evidence = await openEvidence({ folder, now: () => new Date() })
    const kept = await evidence.put(Buffer.alloc(100_000, 1))
    disk?.fill()
    const photograph = Buffer.alloc(300_000, 2)
    await expect(evidence.put(photograph)).rejects.toThrow(/ENOSPC/)
    expect(readdirSync(join(folder, 'arriving'))).toEqual([])
    expect(kept.ok && (await evidence.get(kept.value.sha256))?.length).toBe(100_000)
    disk?.makeRoom()
    const later = await evidence.put(photograph)
    expect(later.ok && (await evidence.get(later.value.sha256))?.equals(photograph)).toBe(true)
  },
)
