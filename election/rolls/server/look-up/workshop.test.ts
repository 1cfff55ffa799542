import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePackFolder } from './workshop.ts'

let workshop: string
beforeEach(() => (workshop = join(mkdtempSync(join(tmpdir(), 'intikhab-workshop-')), 'packs')))
afterEach(() => rmSync(join(workshop, '..'), { recursive: true }))

const builder = `
const { makePackFolder } = await import(process.argv[1])
const { folder } = makePackFolder(process.argv[2])
const { writeFileSync } = await import('node:fs')
writeFileSync(folder + '/half', 'half')
process.stdout.write('building')
setInterval(() => undefined, 1000)
`

test('what a builder that is killed leaves behind is gone when the next one begins, not before it is dead', async () => {
  const words = ['--input-type=module', '-e', builder, join(import.meta.dirname, 'workshop.ts'), workshop]
  const killed = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(killed.stdout, 'data')
  const first = makePackFolder(workshop)
  expect(readdirSync(workshop)).toHaveLength(2)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const second = makePackFolder(workshop)
  expect(readdirSync(workshop)).toHaveLength(2)
  for (const folder of [first, second]) folder[Symbol.dispose]()
  expect(readdirSync(workshop)).toEqual([])
})

test('a folder of an earlier process with the same number is cleared away; what is not a pack stays', () => {
  mkdirSync(join(workshop, `pack-${process.pid}-00ff00ff`), { recursive: true })
  writeFileSync(join(workshop, 'notes.txt'), '')
  using made = makePackFolder(workshop)
  expect(readdirSync(workshop).toSorted()).toEqual(['notes.txt', made.folder.split('/').at(-1)])
})
