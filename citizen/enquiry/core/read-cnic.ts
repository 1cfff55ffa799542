import { westernDigits } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { enquiryRefusals } from './refusals.ts'

/** Longest text that is looked at; a CNIC written with all its dashes and spaces is far shorter. */
const longest = 60

/**
 * Reads a CNIC as people type it: digits of three scripts, with dashes, dots, brackets, spaces or invisible marks
 * anywhere. Gives the 13 digits. Refuses `cnic-missing`, `cnic-not-digits`, `cnic-wrong-length` (detail: digits found),
 * `cnic-impossible`.
 */
export function readCnic(typed: string): Outcome<string> {
  if (typed.length > longest) return refuse(enquiryRefusals['cnic-not-digits'], { field: '/cnic' })
  const bare = westernDigits(typed.normalize('NFKC')).replace(/[\s\p{Cf}\p{Pd}\u2212._()]/gu, '')
  if (bare === '') return refuse(enquiryRefusals['cnic-missing'], { field: '/cnic' })
  if (!/^\d+$/.test(bare)) return refuse(enquiryRefusals['cnic-not-digits'], { field: '/cnic' })
  if (bare.length !== 13)
    return refuse(enquiryRefusals['cnic-wrong-length'], { field: '/cnic', detail: { digits: bare.length } })
  if (bare.startsWith('0')) return refuse(enquiryRefusals['cnic-impossible'], { field: '/cnic' })
  return accept(bare)
}
