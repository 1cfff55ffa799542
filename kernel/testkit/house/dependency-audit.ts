/** `npm run audit:packages`: asks the registry for known holes in the packages that run, and fails if there is one. */
import { spawnSync } from 'node:child_process'

/** What the registry said of our packages. */
export interface AuditVerdict {
  readonly verdict: 'clean' | 'vulnerable' | 'not-answered'
  readonly says: string
}

interface Hole {
  readonly name: string
  readonly severity: string
  readonly range: string
  readonly fixAvailable: unknown
}

/** Reads the output of `npm audit --json`. A registry without the service, or no network, is no verdict on the packages. */
export function readAudit(output: string): AuditVerdict {
  let answer: { vulnerabilities?: Record<string, Hole>; message?: string }
  try {
    answer = JSON.parse(output) as typeof answer
  } catch {
    return { verdict: 'not-answered', says: 'npm audit said nothing that can be read' }
  }
  if (answer.vulnerabilities === undefined)
    return { verdict: 'not-answered', says: answer.message ?? 'the registry does not answer the audit' }
  const holes = Object.values(answer.vulnerabilities)
  if (holes.length === 0) return { verdict: 'clean', says: 'no package that runs has a known hole' }
  const lines = holes.map(
    ({ name, severity, range, fixAvailable }) =>
      `${name} ${range}: ${severity}${fixAvailable === false ? ', no newer version closes it' : ''}`,
  )
  return { verdict: 'vulnerable', says: lines.join('\n') }
}

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
  const { verdict, says } = readAudit(stdout)
  const heading = { clean: 'Known holes: none', vulnerable: 'KNOWN HOLES', 'not-answered': 'Known holes: not asked' }
  process.stdout.write(`${heading[verdict]}. ${says}\n`)
  process.exitCode = verdict === 'vulnerable' ? 1 : 0
}
