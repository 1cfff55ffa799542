/** What is published for everybody, by two people: editions that do not publish themselves, and an election on the site. */
import type { ActProgress, ApprovalPreview, Approvals, WeightyAct } from '@intikhab/kernel/approvals'
import type { ActApproval } from '@intikhab/kernel/ledger'
import type { Text } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { parseElectionId } from '@intikhab/programme'
import { parseRollId } from '@intikhab/rolls'
import { z } from 'zod'
import { findElectionFacts } from './election-facts.ts'
import type { House } from './house.ts'
import { filesPreview, rollPreview } from './publication-preview.ts'
import {
  electionEdition,
  mapEdition,
  publishElection,
  publishEnquiry,
  publishMap,
  publishRoll,
  publishScheme,
  schemeEdition,
} from './series.ts'
import { siteRefusals } from './site-refusals.ts'
import type { Site } from './site-settings.ts'

/** The names of these weighty acts. */
export const weighty = { publish: 'publication.edition', show: 'publication.show-election' } as const

const lapsesAfterHours = 24
const national = () => ({ kind: 'national' }) as const
const by = (approval: ActApproval) => ({ actor: approval.proposedBy, approval })

/** What is to be published: which series, and out of what. */
export const publicationOrder = z.object({
  kind: z.enum(['election', 'scheme', 'map', 'roll', 'enquiry']),
  id: z.string().max(100),
  electionId: z.string().max(100).optional(),
  delimitationId: z.string().max(100).optional(),
  /** A look-up pack of one district alone, by its code. */
  onlyDistrict: z
    .string()
    .regex(/^[a-z0-9-]{1,30}$/)
    .optional(),
})
type PublicationOrder = z.infer<typeof publicationOrder>

const names: Readonly<Record<PublicationOrder['kind'], Text>> = {
  election: { en: 'Programme and candidates', ur: 'پروگرام اور امیدوار' },
  scheme: { en: 'Polling scheme', ur: 'پولنگ اسکیم' },
  map: { en: 'Map of seats', ur: 'حلقوں کا نقشہ' },
  roll: { en: 'Statistics of the rolls', ur: 'انتخابی فہرستوں کے اعداد' },
  enquiry: { en: 'Look-up pack of the enquiry', ur: 'ووٹر تلاش کا پیک' },
}

const packSteps = {
  voters: { en: 'Voters looked up', ur: 'ووٹر پڑھے گئے' },
  shards: { en: 'Files written', ur: 'فائلیں لکھی گئیں' },
} satisfies Record<string, Text>

/** The helpline that a look-up pack gives. */
const helpline = '051-8848888'

/** What these acts work with. */
export interface PublicationParts {
  readonly house: House
  readonly site: Site
  /** Begins to take the forms of an election and to publish its results; false where it is not ready. */
  readonly openElection: (id: string, order: ActApproval | null) => Promise<boolean>
}

/** Defines both acts in the house's room of approvals. */
export function definePublicationActs(approvals: Pick<Approvals, 'define'>, parts: PublicationParts): void {
  approvals.define(publishing(parts))
  approvals.define(showing(parts))
}

function publishing({ house }: PublicationParts): WeightyAct<PublicationOrder> {
  async function preview({ kind, id, electionId = id, delimitationId, onlyDistrict }: PublicationOrder) {
    if (kind === 'roll' || kind === 'enquiry') {
      const rollId = parseRollId(id)
      if (rollId === undefined) return refuse(siteRefusals['unknown-election'], { field: '/id' })
      return rollPreview(house, names[kind], {
        kind,
        rollId,
        electionId,
        delimitationId: delimitationId ?? id,
        onlyDistrict: kind === 'enquiry' ? onlyDistrict : undefined,
      })
    }
    const made = kind === 'map' ? await mapEdition(house, id) : await ofElection(kind, id)
    return made.ok ? filesPreview(house, names[kind], made.value) : made
  }

  function ofElection(kind: 'election' | 'scheme', id: string) {
    if (kind === 'scheme') return schemeEdition(house, id)
    const election = parseElectionId(id)
    return election.ok ? electionEdition(house, election.value) : Promise.resolve(election)
  }

  async function publish(order: PublicationOrder, approved: ActApproval, onProgress?: (progress: ActProgress) => void) {
    const { kind, id, electionId = id, delimitationId = id, onlyDistrict } = order
    if (kind === 'map') return publishMap(house, id, by(approved))
    if (kind === 'scheme') return publishScheme(house, id, by(approved))
    if (kind === 'election') {
      const election = parseElectionId(id)
      return election.ok ? publishElection(house, election.value, by(approved)) : election
    }
    const roll = parseRollId(id)
    if (roll === undefined) return refuse(siteRefusals['unknown-election'], { field: '/id' })
    if (kind === 'roll') return publishRoll(house, roll, { electionId, delimitationId }, by(approved))
    const about = { electionId, delimitationId, helpline, ...(onlyDistrict === undefined ? {} : { onlyDistrict }) }
    return publishEnquiry(house, roll, about, by(approved), ({ step, done, of }) =>
      onProgress?.({ step: packSteps[step], done, of }),
    )
  }

  return {
    kind: weighty.publish,
    act: 'publish.edition',
    title: { en: 'Publish an edition', ur: 'اشاعت جاری کرنا' },
    lapsesAfterHours,
    payload: publicationOrder,
    place: national,
    preview,
    carryOut: publish,
    // A look-up pack of the whole country takes minutes, and so does counting its roll.
    takesLong: ({ kind }) => kind === 'enquiry' || kind === 'roll',
  }
}

const showOrder = z.object({ electionId: z.string().max(100), delimitationId: z.string().max(100).nullable() })

function showing({ house, site, openElection }: PublicationParts): WeightyAct<z.infer<typeof showOrder>> {
  async function find(electionId: string) {
    const id = parseElectionId(electionId)
    if (!id.ok) return id
    const election = await house.programme.store.findElection(id.value)
    return election === undefined ? refuse(siteRefusals['unknown-election'], { field: '/election' }) : accept(election)
  }

  return {
    kind: weighty.show,
    act: 'publish.edition',
    title: { en: 'Show an election and publish its results', ur: 'انتخاب دکھانا اور اس کے نتائج شائع کرنا' },
    lapsesAfterHours,
    payload: showOrder,
    place: national,
    async preview({ electionId, delimitationId }): Promise<Outcome<ApprovalPreview>> {
      const election = await find(electionId)
      if (!election.ok) return election
      const facts = await findElectionFacts(house, election.value.id)
      if (facts === undefined) return refuse(siteRefusals['not-ready'], { field: '/election' })
      const shown = site.current().elections.find(({ id }) => id === electionId)
      const before = shown?.delimitationId ?? null
      const { id, nameEn, nameUr } = election.value
      return accept({
        subject: id,
        sentence: {
          en: `The site shows ${nameEn} and its forms are taken in. From then on its results publish themselves as forms arrive, edition after edition, without further approval.`,
          ur: `ویب سائٹ پر ${nameUr} دکھایا جائے گا اور اس کے فارم وصول ہوں گے۔ اس کے بعد فارم آنے کے ساتھ نتائج خود بخود، مزید منظوری کے بغیر، شائع ہوتے رہیں گے۔`,
        },
        counts: [
          { label: words.seats, before: null, after: facts.contests.length },
          {
            label: words.stations,
            before: null,
            after: [...facts.stations.values()].reduce((sum, { length }) => sum + length, 0),
          },
        ],
        differences: [
          ...(shown === undefined ? [{ field: words.onSite, before: null, after: id }] : []),
          ...(before === delimitationId ? [] : [{ field: words.map, before, after: delimitationId }]),
        ],
      })
    },
    async carryOut({ electionId, delimitationId }, approved) {
      const election = await find(electionId)
      if (!election.ok) return election
      if (!(await openElection(electionId, approved))) return refuse(siteRefusals['not-ready'], { field: '/election' })
      const { id, nameEn, nameUr, pollDate } = election.value
      site.show({ id, name: { en: nameEn, ur: nameUr }, pollDate, delimitationId, order: approved })
      return accept({ electionId })
    },
  }
}

const words = {
  seats: { en: 'Seats', ur: 'حلقے' },
  stations: { en: 'Polling stations', ur: 'پولنگ اسٹیشن' },
  onSite: { en: 'Election on the site', ur: 'ویب سائٹ پر انتخاب' },
  map: { en: 'Map of seats', ur: 'حلقوں کا نقشہ' },
} satisfies Record<string, Text>
