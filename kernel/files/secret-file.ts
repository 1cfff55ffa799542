import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '@intikhab/kernel/database'

/**
 * Reads the 32 bytes kept in `file` (hexadecimal, mode 0600), drawing them on first use. Throws `CannotStart` where it is
 * no such file or others can read it. `what`: what the file holds, for that sentence.
 */
export function openSecretFile(file: string, what: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
    try {
      // A link fails where the file exists by now: of two starting processes both read the first one's.
      linkSync(draft, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(draft)
    }
  }
  const mode = statSync(file).mode & 0o777
  if ((mode & 0o077) !== 0)
    throw new CannotStart(`The secret in ${file} has mode 0${mode.toString(8)}: others can read it. Make it 0600.`)
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new CannotStart(`${file} does not hold ${what}.`)
  return Buffer.from(text, 'hex')
}
