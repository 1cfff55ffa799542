import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reachablePrograms } from './reachable.ts'

let folder: string
let native: string
let home: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intikhab-reachable-'))
  chmodSync(folder, 0o755)
  native = join(folder, 'closed', 'native')
  home = join(folder, 'home')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'libicuuc.so.60.2'), 'library')
  symlinkSync('libicuuc.so.60.2', join(native, 'lib', 'libicuuc.so.60'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('programs that everybody reaches are used where they are', () => {
  expect(reachablePrograms(native, true, home)).toBe(native)
})

test('programs in a closed folder are copied once, and their libraries are found with the folder gone', () => {
  chmodSync(join(folder, 'closed'), 0o700)
  const copy = reachablePrograms(native, true, home)
  expect(reachablePrograms(native, true, home)).toBe(copy)
  expect(readdirSync(home)).toHaveLength(1)
  rmSync(join(folder, 'closed'), { recursive: true })
  expect(readFileSync(join(copy, 'lib', 'libicuuc.so.60'), 'utf8')).toBe('library')
})

test('who is not root starts the programs as themselves', () => {
  chmodSync(join(folder, 'closed'), 0o700)
  expect(reachablePrograms(native, false, home)).toBe(native)
})
