import { delimitationActs } from '@intikhab/delimitation'
import { approvalActs } from '@intikhab/kernel/approvals'
import { editionActs } from '@intikhab/kernel/editions'
import { keyActs } from '@intikhab/kernel/keys'
import type { SentencesOfSystems } from '@intikhab/kernel/history'
import { deviceActs, peopleActs, signInActs } from '@intikhab/kernel/identity'
import type { Text } from '@intikhab/kernel/language'
import { nominationActs } from '@intikhab/nominations'
import { pollingSchemeActs } from '@intikhab/polling-scheme'
import { programmeActs } from '@intikhab/programme'
import { resultsActs } from '@intikhab/results'
import { auditActs } from './audit/acts.ts'
import { rollsActs } from '@intikhab/rolls'

/**
 * Every act of the platform as a person reads it, by the system that enters it in the ledger. An act that is written
 * and stands in none of these lists fails `history.db.test.ts`. `titleOf` names the acts that take two people.
 */
export function actSentences(titleOf: (kind: string) => Text): SentencesOfSystems {
  return {
    approvals: approvalActs(titleOf),
    audit: auditActs,
    delimitation: delimitationActs,
    editions: editionActs,
    keys: keyActs,
    identity: { ...peopleActs, ...signInActs, ...deviceActs },
    nominations: nominationActs,
    'polling-scheme': pollingSchemeActs,
    programme: programmeActs,
    results: resultsActs,
    rolls: rollsActs,
  }
}
