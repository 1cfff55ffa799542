/** `npm run house`: prints every broken wall and fails if there is one. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { roomOf } from './plan.ts'
import { findBreaches } from './rules.ts'

const listed = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*package.json'],
  { encoding: 'utf8' },
)
const paths = listed.split('\n').filter((path) => path !== '' && existsSync(path))
const rooms = paths
  .filter((path) => path.endsWith('/package.json'))
  .map((path) => roomOf(path, JSON.parse(readFileSync(path, 'utf8'))))
const sources = paths.filter((path) => /\.tsx?$/.test(path)).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const breaches = findBreaches(sources, rooms)
for (const { path, line, rule, says } of breaches) process.stdout.write(`${path}:${line} ${rule}: ${says}\n`)
process.stdout.write(`${sources.length} files in ${rooms.length} rooms, ${breaches.length} walls broken\n`)
process.exitCode = breaches.length === 0 ? 0 : 1
