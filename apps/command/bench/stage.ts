import type { Figure, FigureName } from './figure.ts'

/** What a bench is told before it begins. */
export interface BenchSettings {
  /** Folder of real data; may be absent. */
  readonly data: string
  /** An empty folder for everything that is made; removed afterwards. */
  readonly workshop: string
  /** How many people the register of the rolls is loaded with. */
  readonly voters: number
  onProgress(label: string, done: number, total: number): void
}

/** Figures that are measured on the same installation, which is made once for all of them that are wanted. */
export interface Stage {
  readonly figures: readonly FigureName[]
  /** Measures those that are wanted; yields each as soon as it is known. */
  play(wanted: ReadonlySet<FigureName>, settings: BenchSettings): AsyncGenerator<Figure>
}

/** How each load over HTTP is put on: long enough for every code path to be compiled and every cache to be full. */
export const loading = { connections: 64, seconds: 8, turns: 3 } as const
