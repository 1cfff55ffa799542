import type { ListedProposal, ProposalLists, ShownProposal } from '@intikhab/kernel/approvals'
import { accountName, roleNames, useAct, useGet, useSpeech } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import type { TagTone } from '@intikhab/kernel/screens'
import { words } from './words.ts'

const inbox = '/api/approvals'
const count = '/api/approvals/waiting'
const often = 10_000

export type { ListedProposal, ShownProposal }

/** What waits, what is one's own, what is done. */
export function useProposals() {
  return useGet<ProposalLists>(inbox, { everyMs: often })
}

/** How many proposals wait for this person; undefined until known. */
export function useWaitingCount(): number | undefined {
  return useGet<{ readonly waiting: number }>(count, { everyMs: often }).data?.waiting
}

/** One proposal, with what would happen at this moment. */
export function useProposal(id: string) {
  return useGet<ShownProposal>(`${inbox}/${id}`, { everyMs: often / 2 })
}

/** Decides on a proposal; the lists and the count follow. */
export function useDecision<B>(id: string, what: 'approval' | 'return' | 'withdrawal') {
  return useAct<B, ShownProposal>(`${inbox}/${id}/${what}`, { refresh: [[`${inbox}/${id}`], [inbox], [count]] })
}

/** The state of a proposal in a word, with its tone. */
export const states: Readonly<Record<ListedProposal['state'], { readonly name: Text; readonly tone: TagTone }>> = {
  proposed: { name: words.stateProposed, tone: 'busy' },
  approved: { name: words.stateApproved, tone: 'busy' },
  'carried-out': { name: words.stateCarriedOut, tone: 'good' },
  failed: { name: words.stateFailed, tone: 'bad' },
  returned: { name: words.stateReturned, tone: 'warn' },
  withdrawn: { name: words.stateWithdrawn, tone: 'plain' },
  lapsed: { name: words.stateLapsed, tone: 'plain' },
}

const comma = { en: ',', ur: '،' } as const

/** Says who did a step: name, office and its place; the system where nobody did. */
export function useParty(): (party: ListedProposal['proposedBy'] | null) => string {
  const { language, t } = useSpeech()
  return (party) => {
    if (party === null) return t(words.system)
    const { name, role, office } = party
    if (role === null || !(role in roleNames)) return name
    const place = office === null || office === 'national' ? '' : ` (${office.split('/').slice(1).join('/')})`
    const named = roleNames[role as keyof typeof roleNames]
    const title = `${t(named)}${place}`
    // An account that is called by its office needs it said once.
    if (name.startsWith(named.en)) return t(accountName(name))
    return `${name}${comma[language]} ${title}`
  }
}
