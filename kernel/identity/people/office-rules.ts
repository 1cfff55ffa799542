import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import { roles } from '../rights/roles.ts'
import type { Office, OfficeRequest } from './office.ts'

const sameText = (a: string | undefined, b: string | undefined) => (a ?? '') === (b ?? '')
const codeOf = ({ scope }: Pick<Office, 'scope'>) => (scope.kind === 'national' ? '' : scope.code)

/**
 * Whether an office may be opened beside those that are open: over a place that its kind can be held over, for an
 * election exactly where it is an office of one, below a higher office of the country or of the same election, and once.
 */
export function checkOffice(request: OfficeRequest, open: ReadonlyMap<string, Office>): Outcome<void> {
  const { id, kind, parent: parentId, scope } = request
  const { over, isOfElection, rank } = roles[kind]
  if (!over.includes(scope.kind)) return refuse(identityRefusals['office-misplaced'], { field: '/scope' })
  if (isOfElection !== (scope.electionId !== undefined))
    return refuse(identityRefusals['office-election'], { field: '/scope/electionId' })
  for (const other of open.values()) {
    const isSame =
      other.kind === kind &&
      other.scope.kind === scope.kind &&
      codeOf(other) === codeOf(request) &&
      sameText(other.scope.electionId, scope.electionId)
    if (other.id === id || isSame) return refuse(identityRefusals['office-exists'], { field: '/id' })
  }
  if (kind === 'secretariat')
    return parentId === null ? accept(undefined) : refuse(identityRefusals['office-parent'], { field: '/parent' })
  const parent = open.get(parentId ?? '')
  if (parent === undefined) return refuse(identityRefusals['office-parent'], { field: '/parent' })
  const isBranch = kind === 'agency' || kind === 'tribunal'
  const isAbove = isBranch ? parent.kind === 'secretariat' : roles[parent.kind].rank < rank
  const isElsewhere = parent.scope.electionId !== undefined && parent.scope.electionId !== scope.electionId
  // Two offices over districts stand over the same district: otherwise a seat would lie in both.
  const isTorn = parent.scope.kind === scope.kind && codeOf(parent) !== codeOf(request)
  // A district lies in the same region in every election: its returning officer stands below its standing office.
  const isLoose = kind === 'district-returning-officer' && parent.kind !== 'district-officer'
  const isOffLine = parent.kind === 'agency' || parent.kind === 'tribunal'
  if (!isAbove || isElsewhere || isTorn || isLoose || isOffLine)
    return refuse(identityRefusals['office-parent'], { field: '/parent' })
  return accept(undefined)
}
