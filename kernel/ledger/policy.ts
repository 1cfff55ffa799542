import { parseWitnessKey } from './cosignature.ts'
import { parseVerifierKey, type VerifierKey } from './note.ts'

/** Which witnesses a log has, and how many of them must have cosigned (https://c2sp.org/tlog-policy). */

interface PolicyLog {
  readonly key: VerifierKey
  readonly url: string | undefined
}

export interface PolicyWitness {
  /** Its name inside the policy. */
  readonly name: string
  readonly key: VerifierKey
  /** The prefix before `/add-checkpoint`; a witness without one comes and asks by itself. */
  readonly url: string | undefined
}

/** A rule: one witness, or at least `atLeast` of several rules. */
export type QuorumRule =
  | { readonly witness: string }
  | { readonly group: string; readonly atLeast: number; readonly of: readonly QuorumRule[] }

export interface WitnessPolicy {
  readonly logs: readonly PolicyLog[]
  readonly witnesses: readonly PolicyWitness[]
  /** `undefined` for `quorum none`. */
  readonly quorum: QuorumRule | undefined
}

/** Nobody witnesses. */
export const unwitnessed: WitnessPolicy = { logs: [], witnesses: [], quorum: undefined }

/** A policy that cannot be read; the message names the line and what is wrong with it. */
export class BadPolicy extends Error {
  override readonly name = 'BadPolicy'
}

/** More than this of logs, witnesses or groups is no policy but an attack. */
const most = 64

interface Reading {
  readonly logs: PolicyLog[]
  readonly witnesses: PolicyWitness[]
  readonly rules: Map<string, QuorumRule>
  /** Names that are members of a group already. */
  readonly used: Set<string>
  quorum: { rule: QuorumRule | undefined } | undefined
}

/** Reads a policy file. Throws `BadPolicy`. */
export function parsePolicy(text: string): WitnessPolicy {
  const reading: Reading = { logs: [], witnesses: [], rules: new Map(), used: new Set(), quorum: undefined }
  for (const [i, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/u).filter((word) => word !== '')
    if (words.length === 0 || words[0]?.startsWith('#') === true) continue
    // oxlint-disable-next-line no-control-regex -- the format forbids every control character but tab and newline
    const wrong = /[\u0000-\u0008\u000b-\u001f\u007f]/u.test(line) ? 'a control character' : readLine(reading, words)
    if (wrong !== undefined) throw new BadPolicy(`Line ${i + 1} of the witness policy: ${wrong}.`)
  }
  if (reading.quorum === undefined) throw new BadPolicy('The witness policy has no line “quorum”.')
  return { logs: reading.logs, witnesses: reading.witnesses, quorum: reading.quorum.rule }
}

/** What is wrong with the line; undefined where it was taken. */
function readLine(reading: Reading, [word, ...rest]: readonly string[]): string | undefined {
  if (word === 'log') return readLog(reading, rest)
  if (word === 'witness') return readWitness(reading, rest)
  if (word === 'group') return readGroup(reading, rest)
  if (word === 'quorum') return readQuorum(reading, rest)
  return `“${word}” is none of log, witness, group, quorum`
}

function readLog({ logs }: Reading, [key = '', url, ...more]: readonly string[]): string | undefined {
  const parsed = parseVerifierKey(key)
  if (parsed === undefined) return `“${key}” is not the key of a log`
  if (more.length > 0) return 'a log has a key and at most an address'
  if (isAmong(logs, parsed)) return 'this key has a line already'
  if (logs.length === most) return `more than ${most} logs`
  logs.push({ key: parsed, url })
  return undefined
}

function isAmong(known: readonly { readonly key: VerifierKey }[], { publicKey }: VerifierKey): boolean {
  return known.some(({ key }) => key.publicKey.equals(publicKey))
}

function readWitness(
  { witnesses, rules }: Reading,
  [name = '', key = '', url, ...more]: readonly string[],
): string | undefined {
  const parsed = parseWitnessKey(key)
  if (parsed === undefined) return `“${key}” is not the key of a witness`
  if (more.length > 0) return 'a witness has a name, a key and at most an address'
  if (name === 'none' || rules.has(name)) return `the name “${name}” is taken`
  if (isAmong(witnesses, parsed)) return 'this key has a line already'
  if (witnesses.length === most) return `more than ${most} witnesses`
  if (url !== undefined && !/^https?:\/\/[^\s@?#]+$/u.test(url)) return `“${url}” is no http address`
  witnesses.push({ name, key: parsed, url: url?.replace(/\/$/u, '') })
  rules.set(name, { witness: name })
  return undefined
}

function readGroup(
  { rules, used }: Reading,
  [name = '', count = '', ...members]: readonly string[],
): string | undefined {
  if (name === '' || name === 'none' || rules.has(name)) return `the name “${name}” is taken`
  const of: QuorumRule[] = []
  for (const member of members) {
    const rule = rules.get(member)
    if (rule === undefined) return `“${member}” is not defined above`
    if (used.has(member)) return `“${member}” is in a group already`
    used.add(member)
    of.push(rule)
  }
  const atLeast = count === 'all' ? of.length : count === 'any' ? 1 : /^[1-9]\d{0,3}$/u.test(count) ? Number(count) : 0
  if (atLeast < 1 || atLeast > of.length) return `“${count}” of ${of.length} members cannot be`
  rules.set(name, { group: name, atLeast, of })
  return rules.size > 2 * most ? `more than ${most} groups` : undefined
}

function readQuorum(reading: Reading, [name = '', ...more]: readonly string[]): string | undefined {
  if (reading.quorum !== undefined) return 'a second quorum'
  const rule = reading.rules.get(name)
  if (more.length > 0 || (rule === undefined && name !== 'none')) return `“${name}” is not defined above`
  reading.quorum = { rule }
  return undefined
}

/** True where the witnesses that cosigned, by their names in the policy, are enough. */
export function isQuorum(rule: QuorumRule | undefined, cosigned: ReadonlySet<string>): boolean {
  if (rule === undefined) return true
  if ('witness' in rule) return cosigned.has(rule.witness)
  return rule.of.filter((each) => isQuorum(each, cosigned)).length >= rule.atLeast
}
