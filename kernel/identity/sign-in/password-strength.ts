import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { roleNames } from '../rights/roles.ts'

const shortest = 12
const longest = 128
/** Of zxcvbn's 0 to 4: 3 takes more than 10^8 guesses, which the lock-out never allows. */
const leastScore = 3

/** Words that anybody who knows the house would try. */
const wordsOfTheHouse = [
  'intikhab',
  'pakistan',
  'election',
  'commission',
  'commissioner',
  ...Object.values(roleNames).flatMap(({ en }) => en.toLowerCase().split(' ')),
]

// Built at the first password that is set: most processes never see one.
let estimator: ZxcvbnFactory | undefined

/**
 * Length, and not being one of the first that anybody would try: common passwords, keyboard rows, repetitions, the
 * sign-in name (NIST SP 800-63B-4 §3.1.1.2). No rules about kinds of characters.
 */
export function isAcceptablePassword(password: string, signInName: string): boolean {
  if (password.length < shortest || password.length > longest) return false
  if (password.toLowerCase() === signInName.toLowerCase()) return false
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: longest })
  return estimator.check(password, [signInName, ...wordsOfTheHouse]).score >= leastScore
}
