import { createPublicKey } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { zooCases, type TableSource } from '@intikhab/kernel/tables'
import { expect, test } from 'vitest'
import { readLine } from '../../core/registry-feed/take-in.ts'
import { arrivingBatch, BatchRefused } from './arriving-batch.ts'
import { batchLines } from './batch-lines.ts'
import { keyName } from './registry-keys.ts'

/** The key by which the files of the zoo are signed; its secret half was thrown away. */
const key = createPublicKey(`-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAo7JpgxlUcl+fW5YtpQ7cM1yKQrTTY+1gr5rUAr0ScYI=
-----END PUBLIC KEY-----`)
const expected = { registry: 'nadra', keys: new Map([[keyName(key), key]]) }

/** The first thing wrong with a batch: with the whole of it, or with one of its records and on which line. */
async function firstWrong(
  source: TableSource,
): Promise<{ code: string; line?: number; field?: string | null } | undefined> {
  const arriving = arrivingBatch(source.open(), expected)
  const bytes: Buffer[] = []
  try {
    for await (const part of arriving.bytes) bytes.push(Buffer.from(part))
  } catch (error) {
    if (!(error instanceof BatchRefused)) throw error
    return { code: error.refusal.kind.code }
  }
  async function* whole() {
    yield Buffer.concat(bytes)
  }
  const { from } = arriving.header()
  for await (const lines of batchLines(whole(), from, from, 100))
    for (const line of lines) {
      const { read } = readLine(line, '2024-03-01')
      if (!read.ok) return { code: read.unread.reason, line: line.number - from + 3, field: read.unread.field }
    }
  return undefined
}

for (const { name, expected: wrong, source } of zooCases(fileURLToPath(new URL('zoo', import.meta.url))))
  test(`${name}: ${wrong.code}`, async () => {
    expect(await firstWrong(source())).toMatchObject(wrong)
  })
