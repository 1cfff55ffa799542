import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { InvalidArgumentError, type Command } from 'commander'
import { createEnquiry, sentencesOf, usualLimits, type Enquiry } from '@intikhab/enquiry'
import { CannotStart } from '@intikhab/kernel/database'
import { DamagedEdition, openLoneEdition } from '@intikhab/kernel/editions'
import type { Language } from '@intikhab/kernel/language'
import { openLookUp, openPackSecret, type LookUp } from '@intikhab/rolls'

interface LookUpOptions {
  readonly pack: string
  readonly secret: string
  readonly language: Language
  readonly json?: boolean
}

/** Who asks at the machine itself holds pack and secret: no limit would keep anything from them. */
const unlimited = { ...usualLimits, perCaller: null, perCnic: null, misses: null }

function languageOf(text: string): Language {
  if (text !== 'en' && text !== 'ur') throw new InvalidArgumentError('the languages are en and ur')
  return text
}

/** Opens a copied pack. Throws `CannotStart` with one plain sentence where it is none, or the secret is another one's. */
async function openCopiedPack(folder: string, secretFile: string): Promise<LookUp> {
  for (const path of [folder, secretFile]) if (!existsSync(path)) throw new CannotStart(`There is no ${path}.`)
  const secret = openPackSecret(secretFile)
  try {
    return await openLookUp(await openLoneEdition(folder), secret)
  } catch (error) {
    throw new CannotStart(`${folder} cannot be looked up in: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The answer as people read it, or as one line of JSON. */
async function answer({ ask }: Enquiry, typed: string, { language, json }: LookUpOptions): Promise<string> {
  const outcome = await ask({ cnic: typed, ip: '127.0.0.1' })
  if (outcome.ok)
    return json === true ? JSON.stringify(outcome.value) : `${sentencesOf(language, outcome.value).join('\n')}\n`
  const { kind } = outcome.refusal
  process.exitCode = 1
  return json === true ? JSON.stringify({ code: kind.code, en: kind.en, ur: kind.ur }) : `${kind[language]}\n`
}

async function lookUp(cnics: readonly string[], options: LookUpOptions): Promise<void> {
  const pack = await openCopiedPack(options.pack, options.secret)
  try {
    const enquiry = createEnquiry({ lookUp: () => Promise.resolve(pack), limits: unlimited, now: () => new Date() })
    const lines = cnics.length > 0 ? cnics : createInterface({ input: process.stdin })
    for await (const line of lines) if (line.trim() !== '') console.log(await answer(enquiry, line, options))
  } catch (error) {
    throw error instanceof DamagedEdition ? new CannotStart(error.message) : error
  } finally {
    await pack.close()
  }
}

/** `intikhab look-up`: where somebody votes, from a copied pack and without a database. */
export function lookUpCommand(program: Command): void {
  program
    .command('look-up')
    .argument('[cnic...]', 'CNICs as people write them; without any they are read from the standard input, one a line')
    .requiredOption('--pack <folder>', 'folder of one edition of a look-up pack, copied from wherever it was published')
    .requiredOption(
      '--secret <file>',
      'file with the secret of the pack (keys/look-up-pack.secret of the installation)',
    )
    .option('--language <en|ur>', 'language of the answers', languageOf, 'en')
    .option('--json', 'write each answer as a line of JSON')
    .summary('say where somebody votes, from a copied look-up pack')
    .description(
      "Answers “where do I vote?” from a copied look-up pack: on a district's laptop, at a kiosk, on a mirror, without a database and without a network. Every file is held against the signed manifest before anything is answered from it. Give CNICs on the standard input where other users of the machine could see the command line.",
    )
    .action(lookUp)
}
