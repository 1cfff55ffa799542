import type { Finding } from '../core/edition.ts'
import type { Opened } from './open-bundle.ts'

/** What the intake decided about a bundle, to be made durable before anybody is told. */
export type Decision =
  | {
      readonly take: 'count'
      readonly opened: Opened
      readonly arrivedAt: string
      readonly findings: readonly Finding[]
    }
  | { readonly take: 'keep'; readonly opened: Opened; readonly arrivedAt: string; readonly code: string }
  | {
      readonly take: 'refuse'
      readonly arrivedAt: string
      readonly code: string
      readonly electionId: string | null
      readonly contestId: string | null
      readonly bundleId: string | null
    }

/** What became of a decision once its group was committed. */
export type Stored =
  | { readonly as: 'accepted'; readonly entryId: number }
  | {
      readonly as: 'duplicate'
      readonly entryId: number
      readonly arrivedAt: string
      readonly findings: readonly Finding[]
    }
  /** Another form of the station was in before; this one is set aside. */
  | { readonly as: 'different' }
  /** Set aside, now or when it came before, under the code of that time. */
  | {
      readonly as: 'kept'
      readonly isNew: boolean
      readonly entryId: number
      readonly arrivedAt: string
      readonly code: string
    }
  | { readonly as: 'logged' }

/** A bundle to be counted. */
export type Count = Extract<Decision, { take: 'count' }>

/** A bundle to be set aside. */
export type Keep = Extract<Decision, { take: 'keep' }>
