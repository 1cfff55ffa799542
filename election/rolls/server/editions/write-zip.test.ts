import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeZip } from './write-zip.ts'

test('python reads the archive, finds every file whole, and the sums are right', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const texts = { 'a.txt': 'ایک', 'b.bin': 'x'.repeat(200_000), 'empty.txt': '' }
  const files = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const file = join(folder, name)
      await writeFile(file, text)
      return { name, file, bytes: Buffer.byteLength(text) }
    }),
  )
  const target = join(folder, 'all.zip')
  const written = await writeZip(target, files)
  const bytes = await readFile(target)
  expect(written).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  const script = `import zipfile,json; z=zipfile.ZipFile(${JSON.stringify(target)}); assert z.testzip() is None
print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))`
  expect(JSON.parse(execFileSync('python3', ['-c', script]).toString())).toEqual(texts)
})
