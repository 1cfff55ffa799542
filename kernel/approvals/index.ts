/**
 * The room of approvals: acts that matter take two people. A system says which of its acts are weighty, what each would
 * do, and how it is done; this room asks the second person, and keeps who proposed, who approved and what they saw.
 */
export { approvalActs } from './acts.ts'
export { createApprovals, type Approvals, type Proposed } from './approvals.ts'
export { approvalsMigrations } from './migrations.ts'
export { approvalRefusals } from './refusals.ts'
export { proposedAnswer, type ListedProposal, type ProposalLists, type ShownProposal } from './wire.ts'
export type { ActProgress, ApprovalPreview, Place, WeightyAct } from './weighty-act.ts'
