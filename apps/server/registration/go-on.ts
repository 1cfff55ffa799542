import { addDays, karachiDate } from '@intikhab/law'
import type { Country } from '@intikhab/rehearsal/country'
import { lawNow, listSeries, listSteps, stageAt, type ClaimsDesk, type RollId } from '@intikhab/rolls'
import { demonstrationId } from '../demonstration.ts'
import { openClaimOffice } from './claim-office.ts'
import { handleClaimsOfDisplay } from './claims-of-display.ts'
import { meetVoters } from './met-voters.ts'
import { workAs, type Ask, type Door } from './officer-session.ts'
import { district, findOfficers } from './officers.ts'

const rollId = demonstrationId as RollId
const base = `/api/rolls/districts/${district}`

/** In how many milliseconds to look again; undefined where nothing is left to be done. */
export type LookAgain = number | undefined
const soon = 1000
const later = 4000

/**
 * The next step of what takes longer than a first start may: the preliminary roll is ordered by two people and displayed
 * once its lists are frozen, claims come in, a list is printed, and the whole register is looked through for faults, of
 * which one is decided. It bears being begun again wherever it was cut off.
 */
export async function goOn(door: Door, country: () => Country): Promise<LookAgain> {
  const { database, rolls, now, editions } = door.house
  const { stage } = stageAt(await listSteps(database.tables(), rollId), now())
  if (stage === 'preparation') {
    await orderStage(door, {
      kind: 'preliminary',
      reason: 'Annual revision: the lists of all areas are frozen for the display',
    })
    return soon
  }
  if (stage === 'preliminary') {
    if ((await editions.reader.latest(listSeries(rollId))) === undefined) return soon
    const from = karachiDate(now())
    const { pack } = await lawNow({ database, rolls, now })
    const until = addDays(from, pack.values.rolls.objectionDays.value - 1)
    await orderStage(door, {
      kind: 'display',
      from,
      until,
      reason: 'Annual revision: claims and objections are invited',
    })
    return soon
  }
  return workAs(door, 'district-officer', (ask) => workAtDesk(door, ask, country))
}

interface AskedStep {
  readonly kind: 'preliminary' | 'display'
  readonly from?: string
  readonly until?: string
  readonly reason: string
}

/** The secretariat proposes, its second officer looks at what would happen and approves exactly that. */
async function orderStage(door: Door, step: AskedStep): Promise<void> {
  const { approvalId } = await workAs(door, 'secretariat', (ask) =>
    ask<{ approvalId: string }>('POST', `/api/rolls/${rollId}/stages`, step),
  )
  await workAs(door, 'second-secretariat', async (ask) => {
    const path = `/api/approvals/${approvalId}`
    const { previewSha256 } = await ask<{ previewSha256: string }>('GET', path)
    await ask('POST', `${path}/approval`, { previewSha256 })
  })
}

interface SuspicionLine {
  readonly id: number
  readonly kind: string
}

interface Suspicions {
  readonly run: { readonly state: string } | null
  readonly suspicions: readonly SuspicionLine[]
}

async function workAtDesk(door: Door, ask: Ask, country: () => Country): Promise<LookAgain> {
  const { counts } = await ask<ClaimsDesk>('GET', `${base}/claims`)
  if (!counts.some(({ period }) => period === 'display')) {
    const { counter, revisingAuthority } = await findOfficers(door.house)
    const office = await openClaimOffice(door.house, counter, revisingAuthority)
    await handleClaimsOfDisplay(office, country(), meetVoters(country(), 'display'))
    return soon
  }
  const { run, suspicions } = await ask<Suspicions>('GET', `${base}/suspicions?kind=two-cards`)
  if (run === null) {
    await printOneArea(ask, country())
    await workAs(door, 'secretariat', (national) => national('POST', '/api/rolls/quality-runs'))
    return later
  }
  if (run.state === 'waiting' || run.state === 'running') return later
  const decided = await ask<Suspicions>('GET', `${base}/suspicions?state=decided`)
  const [first] = suspicions
  if (decided.suspicions.length === 0 && first !== undefined) await objectTo(ask, first)
  return undefined
}

async function printOneArea(ask: Ask, country: Country): Promise<void> {
  const order = { kind: 'area', block: country.blocks[0]?.code, delimitationId: demonstrationId }
  await ask('POST', `/api/rolls/${rollId}/prints`, { order })
}

/** Two cards of one person: an objection is opened about the later one, and decided after a hearing like any other. */
async function objectTo(ask: Ask, { id }: SuspicionLine): Promise<void> {
  const path = `${base}/suspicions/${id}`
  const { cards } = await ask<{ cards: readonly { handle: string | null }[] }>('GET', path)
  const voters = cards.flatMap(({ handle }) => handle ?? []).slice(0, 1)
  const reason = 'Both cards seem to be one person’s: whoever holds the later one is to be heard'
  await ask('POST', `${path}/decision`, { decision: 'objected', voters, reason })
}
