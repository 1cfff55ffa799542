import type { Database } from '@intikhab/kernel/database'
import { findRulePack, getRulePack, parseRulePackId, type RulePack } from '@intikhab/law'
import { stageAt } from '../../core/editions/stages.ts'
import type { ClaimPeriod } from '../../core/claims/forms.ts'
import { getPack } from '../../core/register/roll.ts'
import { listSteps } from '../editions/stage-store.ts'
import type { Rolls } from '../register/rolls.ts'

/** The law by which claims are judged before any roll names its own. */
const current = 'elections-act-2017@2023-08'

/** Which law holds now, and who decides: while a preliminary roll is displayed, the Revising Authority. */
export async function lawNow(parts: {
  readonly rolls: Pick<Rolls, 'store'>
  readonly database: Database
  readonly now: () => Date
}): Promise<{ readonly pack: RulePack; readonly period: ClaimPeriod }> {
  const rolls = await parts.rolls.store.listRolls()
  for (const roll of rolls) {
    const { stage } = stageAt(await listSteps(parts.database.tables(), roll.id), parts.now())
    if (stage === 'display') return { pack: getPack(roll, findRulePack), period: 'display' }
  }
  const [latest] = rolls
  const id = parseRulePackId(current)
  if (latest === undefined && id === undefined) throw new Error(`the rule pack ${current} is gone`)
  return { pack: latest === undefined ? getRulePack(id as never) : getPack(latest, findRulePack), period: 'all-year' }
}
