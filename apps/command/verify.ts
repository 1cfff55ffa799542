import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { CannotStart } from '@intikhab/kernel/database'
import { verifyEdition } from '@intikhab/kernel/editions'

/** `intikhab verify FOLDER`: is this edition what its publisher signed? */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .argument('<folder>', 'folder of one edition: manifest.json, manifest.sig, SHA256SUMS and the files')
    .option('--key <file>', "the publisher's public key (PEM), taken from somewhere else than the edition")
    .option('--json', 'write the findings as JSON')
    .summary('check a published edition offline')
    .description(
      'Checks an edition without any network: the signature of its manifest, the SHA-256 of every file, that nothing is missing and nothing is besides, and that it follows the edition before it where that lies beside it. The same check by hand, with sha256sum and openssl alone, is in docs/verify-an-edition.md.',
    )
    .action(async (folder: string, options: { key?: string; json?: boolean }) => {
      if (!existsSync(folder)) throw new CannotStart(`There is no folder ${folder}.`)
      if (options.key !== undefined && !existsSync(options.key))
        throw new CannotStart(`There is no file ${options.key}.`)
      const check = await verifyEdition(
        folder,
        options.key === undefined ? {} : { publicKeyPem: readFileSync(options.key, 'utf8') },
      )
      const findings = check.findings.map(({ kind, field, detail }) => ({
        code: kind.code,
        file: field,
        en: kind.en,
        ur: kind.ur,
        ...(detail === undefined ? {} : { figures: detail }),
      }))
      process.exitCode = findings.length === 0 ? 0 : 1
      const { series, number, madeAt } = check.manifest ?? {}
      if (options.json === true) {
        const { files, bytes, sha256 } = check
        console.log(
          JSON.stringify(
            { ok: findings.length === 0, series, number, madeAt, sha256, files, bytes, findings },
            null,
            2,
          ),
        )
        return
      }
      for (const { file, en, code } of findings) console.log(`✗ ${file ?? folder}: ${en} (${code})`)
      if (findings.length > 0) console.log(`${findings.length} findings: this is not what the publisher signed.`)
      else
        console.log(
          `✓ Edition ${number} of ${series}, made ${madeAt}: signature right, ${check.files} files (${check.bytes.toLocaleString('en')} bytes) as signed.\n  manifest ${check.sha256}` +
            (options.key === undefined
              ? '\n  The key is the one that lies in the edition: compare it with the published one, or give --key.'
              : ''),
        )
    })
}
