import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSmallDisk } from '@intikhab/kernel/testkit'
import { blockCipher } from './pack-secret.ts'
import { openShardWriter } from './shard-writer.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'intikhab-shards-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const cnic = (n: number) => Buffer.from(String(9_000_000_000_000 + n))
const encrypt = blockCipher(Buffer.alloc(32, 7))

test('the same voters in another order are the same bytes', () => {
  const write = (name: string, order: readonly number[]) => {
    const writer = openShardWriter(join(folder, name), encrypt, 3)
    for (const n of order) writer.take(cnic(n), 0, n % 50, n % 3, n, n, n % 4)
    const written = writer.finish(() => undefined)
    writer.close()
    return written?.files.map(({ path, sha256 }) => `${path} ${sha256}`)
  }
  const numbers = Array.from({ length: 9000 }, (_, n) => n)
  expect(write('a', numbers)).toEqual(write('b', numbers.toReversed()))
})

test('two voters with the same key are never sorted away: it has to be tried with another salt', () => {
  // A cipher so weak that all CNICs of one millennium have the same key.
  const weak = (texts: Buffer) => {
    const keys = Buffer.from(encrypt(texts))
    for (let at = 0; at < keys.length; at += 16) keys.fill(texts.subarray(at, at + 10), at, at + 16)
    return keys
  }
  const writer = openShardWriter(folder, weak, 0)
  for (const n of [1, 5000, 2]) writer.take(cnic(n), 0, 0, 0, n, 1, 0)
  expect(writer.finish(() => undefined)).toBeUndefined()
  writer.close()
})

const disk = openSmallDisk(1 << 20)
test.skipIf(disk === undefined)('a full disk is an error, and what was begun can be removed', () => {
  const own = join(disk?.folder ?? '', 'pack')
  const writer = openShardWriter(own, encrypt, 0)
  disk?.fill()
  expect(() => {
    for (let n = 0; n < 600_000; n++) writer.take(cnic(n), 0, 0, 0, n, 1, 0)
  }).toThrow(/ENOSPC/)
  writer.close()
  rmSync(own, { recursive: true })
  expect(readdirSync(disk?.folder ?? '')).toEqual(['ballast'])
  disk?.remove()
})
