import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import { verifyEdition } from '@intikhab/kernel/editions'
import { parseKeys, parseVerifierKey, verifyLedger, type KeyHistory } from '@intikhab/kernel/ledger'
import type { Refusal } from '@intikhab/kernel/refusal'

/** What a check found, ready to be printed. */
interface Verdict {
  readonly findings: readonly Refusal[]
  /** What was checked, for `--json`. */
  readonly about: Readonly<Record<string, unknown>>
  /** Said where nothing was found. */
  readonly good: string
  /** Said below what was found. */
  readonly bad: string
}

/** Where the trust comes from. */
interface Trust {
  readonly key?: string
  readonly keys?: string
}

function readGiven(file: string): string {
  if (!existsSync(file)) throw new CannotStart(`There is no file ${file}.`)
  return readFileSync(file, 'utf8')
}

function readList(file: string): KeyHistory {
  const keys = parseKeys(readGiven(file))
  if (keys === undefined) throw new CannotStart(`${file} is no list of keys, or says what its statements do not.`)
  return keys
}

async function checkEdition(folder: string, { key, keys }: Trust): Promise<Verdict> {
  const { manifest, findings, files, bytes, sha256 } = await verifyEdition(folder, {
    ...(key === undefined ? {} : { publicKeyPem: readGiven(key) }),
    ...(keys === undefined ? {} : { keys: readList(keys) }),
  })
  const { series, number, madeAt } = manifest ?? {}
  return {
    findings,
    about: { series, number, madeAt, sha256, files, bytes },
    good:
      `Edition ${number} of ${series}, made ${madeAt}: signature right, ${files} files (${bytes.toLocaleString('en')} bytes) as signed.\n  manifest ${sha256}` +
      (key === undefined && keys === undefined
        ? '\n  The key is the one that lies in the edition: compare it with the published one, or give --key.'
        : ''),
    bad: 'this is not what the publisher signed.',
  }
}

/** The verifier key that was given as text or as a file, or else the one that lies beside the checkpoint. */
function verifierKeyOf(folder: string, given: string | undefined): string {
  const file = given ?? join(folder, 'key')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : given
  if (text === undefined) throw new CannotStart('A copy of the ledger is checked against its key: give --key.')
  if (parseVerifierKey(text) === undefined)
    throw new CannotStart(`${file} is neither a verifier key (name+hash+key) nor a file that holds one.`)
  return text.trim()
}

async function checkLedger(folder: string, { key: given, keys }: Trust): Promise<Verdict> {
  if (keys !== undefined)
    throw new CannotStart('A copy of the ledger has its list of keys in it: --keys is for editions.')
  const key = verifierKeyOf(folder, given)
  const { checkpoint, findings } = await verifyLedger(folder, key)
  const { note, size, root } = checkpoint ?? {}
  const origin = note?.split('\n')[0]
  return {
    findings,
    about: { origin, size, root, key },
    good:
      `Ledger ${origin} of ${size?.toLocaleString('en')} entries: signature right, every entry and tile gives the signed root.\n  root ${root}` +
      (given === undefined
        ? `\n  The key is the one that lies in the copy: compare it with the published one, or give --key.\n  ${key}`
        : ''),
    bad: 'this is not the ledger that was signed.',
  }
}

/** `intikhab verify FOLDER`: is this edition, or this copy of the ledger, what was signed? */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .argument(
      '<folder>',
      'folder of one edition (manifest.json, manifest.sig, SHA256SUMS and the files) or copy of the ledger (checkpoint and tile/)',
    )
    .option(
      '--key <key>',
      "taken from somewhere else than the folder: for an edition, a file with the publisher's public key (PEM); for the ledger, its verifier key (name+hash+key) or a file with it",
    )
    .option(
      '--keys <file>',
      'the list of all keys of the publisher, as its site has it under /editions/keys: for an edition from before or after a change of keys',
    )
    .option('--json', 'write the findings as JSON')
    .summary('check a published edition or a copy of the ledger offline')
    .description(
      'Checks without any network. An edition: the signature of its manifest, the SHA-256 of every file, that nothing is missing and nothing is besides, and that it follows the edition before it where that lies beside it. A copy of the ledger: the signature of its checkpoint, and every entry and tile, hashed anew from the entries up to the signed root. Keys may have followed one another: who knows one of them is led to the others by their signed statements. The same checks by hand are in docs/verify-an-edition.md and docs/verify-the-ledger.md.',
    )
    .action(async (folder: string, options: Trust & { json?: boolean }) => {
      if (!existsSync(folder)) throw new CannotStart(`There is no folder ${folder}.`)
      const isLedger = !existsSync(join(folder, 'manifest.json')) && existsSync(join(folder, 'checkpoint'))
      const { findings, about, good, bad } = await (isLedger ? checkLedger : checkEdition)(folder, options)
      process.exitCode = findings.length === 0 ? 0 : 1
      if (options.json === true) {
        const listed = findings.map(({ kind: { code, en, ur }, field: file, detail: figures }) => ({
          code,
          file,
          en,
          ur,
          figures,
        }))
        console.log(JSON.stringify({ ok: findings.length === 0, ...about, findings: listed }, null, 2))
        return
      }
      for (const { kind, field } of findings) console.log(`✗ ${field ?? folder}: ${kind.en} (${kind.code})`)
      if (findings.length === 0) console.log(`✓ ${good}`)
      else console.log(`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: ${bad}`)
    })
}
