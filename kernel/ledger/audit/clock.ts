/**
 * Was the server's clock set back? Each entry says when its act arrived, by that clock. An act keeps the instant at which
 * its transaction began and gets its place when it ends, so an entry may stand behind younger ones, but by no more than
 * the longest transaction lasts. Whatever stands further behind, either behind the latest instant before it in the ledger
 * or behind the time at which a witness, by a clock that is not ours, had seen the ledger already, shows a clock that went
 * back. This finds every step larger than the tolerance and, as long as no transaction outlasts it, nothing else.
 */

/** A stretch of entries whose times lie behind what came before. */
interface ClockStep {
  readonly fromLeaf: number
  /** The first entry after the stretch; null if it lasts to the end. */
  readonly untilLeaf: number | null
  /** Instants (ISO 8601, UTC) of its first entry, of its last one, and the latest known before it. */
  readonly firstAt: string
  readonly lastAt: string
  readonly knownAt: string
  /** Largest distance in milliseconds. */
  readonly behind: number
  /** Where the latest instant is known from: an entry of the ledger or the name of a witness. */
  readonly knownFrom: { readonly leaf: number } | { readonly witness: string }
}

/** A witness's word that the ledger had `size` entries at `at` (milliseconds since 1970). */
export interface WitnessedAt {
  readonly size: number
  readonly at: number
  readonly witness: string
}

/** Entries that carry times later than the one at which a witness saw them already. */
interface ClockAhead {
  readonly size: number
  readonly witness: string
  readonly witnessedAt: string
  readonly entryAt: string
  readonly leaf: number
}

export interface ClockCheck {
  entry(leaf: number, arrivedAt: string): void
  end(): { readonly steps: readonly ClockStep[]; readonly ahead: readonly ClockAhead[] }
}

type Source = ClockStep['knownFrom']
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

/**
 * `tolerance`: how long the longest transaction may have lasted, milliseconds. `skew`: how far a witness's clock may be
 * from the true time.
 */
export function createClockCheck(
  witnessed: readonly WitnessedAt[],
  { tolerance, skew }: { readonly tolerance: number; readonly skew: number },
): ClockCheck {
  const waiting = witnessed.toSorted((a, b) => a.size - b.size || a.at - b.at)
  let next = 0
  let latest: { at: number; source: Source } = { at: -Infinity, source: { leaf: 0 } }
  /** The latest instant among the entries alone. */
  let latestEntry = { at: -Infinity, leaf: 0 }
  let open: (Omit<ClockStep, 'untilLeaf' | 'lastAt'> & { lastAt: number; behind: number }) | undefined
  const steps: ClockStep[] = []
  const ahead: ClockAhead[] = []

  function close(untilLeaf: number | null): void {
    if (open !== undefined) steps.push({ ...open, lastAt: iso(open.lastAt), untilLeaf })
    open = undefined
  }

  /** What witnesses had seen when the ledger had `size` entries. */
  function hear(size: number): void {
    for (let word = waiting[next]; word !== undefined && word.size <= size; word = waiting[++next]) {
      if (latestEntry.at > word.at + skew)
        ahead.push({
          size: word.size,
          witness: word.witness,
          witnessedAt: iso(word.at),
          entryAt: iso(latestEntry.at),
          leaf: latestEntry.leaf,
        })
      if (word.at - skew > latest.at) latest = { at: word.at - skew, source: { witness: word.witness } }
    }
  }

  return {
    entry(leaf, arrivedAt) {
      const at = Date.parse(arrivedAt)
      if (Number.isNaN(at)) return
      hear(leaf)
      const behind = latest.at - at
      if (behind > tolerance) {
        open ??= {
          fromLeaf: leaf,
          firstAt: iso(at),
          lastAt: at,
          knownAt: iso(latest.at),
          behind,
          knownFrom: latest.source,
        }
        open.lastAt = at
        open.behind = Math.max(open.behind, behind)
      } else close(leaf)
      if (at > latest.at) latest = { at, source: { leaf } }
      if (at > latestEntry.at) latestEntry = { at, leaf }
    },
    end() {
      hear(Infinity)
      close(null)
      // One wrong stretch is seen by every witness after it: the first word for each entry is enough.
      const firsts = new Map<number, ClockAhead>()
      for (const each of ahead) if (!firsts.has(each.leaf)) firsts.set(each.leaf, each)
      return { steps, ahead: [...firsts.values()] }
    },
  }
}
