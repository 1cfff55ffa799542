import type { House } from '@intikhab/server'
import type { Figure } from '../figure.ts'

/** The installation on which the steps follow each other: each finds the register as the one before left it. */
export interface RollsBench {
  /** Everything opened as the server opens it, the register loaded; acts go through the faces of its rooms. */
  readonly house: House
  /** How many people the register was loaded with: 10,000,000, or the 128,585,760 of 2024. */
  readonly voters: number
  /** The seed of the roll: `planNational` of it gives the same districts, blocks and people. */
  readonly seed: string
  /** Folder of real data; may be absent. */
  readonly data: string
  /** A folder for what a step makes; removed with everything at the end. */
  readonly workshop: string
  onProgress(label: string, done: number, total: number): void
}

/**
 * One line of the rolls' bench. A step is a module of its own in this folder and an entry of the list in `all-steps.ts`,
 * in the order in which they run. It throws where what it measured is wrong: a fast wrong answer is none.
 */
export interface RollsStep {
  /** As the table names it, e.g. `a million records of the civil registry`. */
  readonly name: string
  /** Longest time, in seconds, and largest peak of memory in GB (10^9 bytes) that were promised of the step as a whole. */
  readonly seconds?: number
  readonly memoryGB?: number
  /** Time, disk and peak memory of every step are measured around it and need not be among what it found out. */
  run(bench: RollsBench): Promise<Pick<Figure, 'measures' | 'sizes' | 'leftOut'>>
}
