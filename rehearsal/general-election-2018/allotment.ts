import type { Random } from '../country/random.ts'

/**
 * Shares out `total` in whole numbers: in proportion to `weights`, none above its cap, the sum exact.
 *
 * Each share is the floor or the ceiling of its exact proportion; which one is drawn so that, over many draws, each
 * share has its proportion as its mean (systematic sampling of the remainders). A candidate with seven votes in three
 * hundred stations thus gets them here and there and not all in one place, as largest remainders would do.
 *
 * @throws RangeError where the caps together are below `total`.
 */
export function allot(
  total: number,
  weights: readonly number[],
  caps: readonly number[],
  random: Pick<Random, 'unit'>,
): number[] {
  const room = caps.reduce((sum, cap) => sum + cap, 0)
  if (room < total) throw new RangeError(`${total} do not fit into ${room}`)
  const quotas = exactShares(total, weights, caps)
  const shares = quotas.map((quota, i) => Math.min(Math.floor(quota), caps[i] ?? 0))
  let left = total - shares.reduce((sum, share) => sum + share, 0)
  const offset = random.unit()
  let passed = 0
  let drawn = 0
  for (let i = 0; i < shares.length && left > 0; i++) {
    const share = shares[i] ?? 0
    passed += (quotas[i] ?? 0) - share
    if (passed <= offset + drawn || share >= (caps[i] ?? 0)) continue
    shares[i] = share + 1
    drawn++
    left--
  }
  // What the rounding of floating-point numbers may have left over.
  for (let i = 0; left > 0; i = (i + 1) % shares.length) {
    const share = shares[i] ?? 0
    if (share >= (caps[i] ?? 0)) continue
    shares[i] = share + 1
    left--
  }
  return shares
}

/** Proportional shares with caps, not yet whole: what a full place cannot take is shared among the others. */
function exactShares(total: number, weights: readonly number[], caps: readonly number[]): number[] {
  const quotas = caps.map(() => 0)
  let open = caps.map((_, i) => i).filter((i) => (caps[i] ?? 0) > 0)
  let left = total
  while (left > 0 && open.length > 0) {
    const sum = open.reduce((sum, i) => sum + (weights[i] ?? 0), 0)
    // Where only places without weight are still open, room decides.
    const byRoom = sum <= 0
    const whole = byRoom ? open.reduce((sum, i) => sum + (caps[i] ?? 0), 0) : sum
    const shareOf = (i: number) => (left * ((byRoom ? caps[i] : weights[i]) ?? 0)) / whole
    const full = new Set(open.filter((i) => shareOf(i) >= (caps[i] ?? 0)))
    if (full.size === 0) {
      for (const i of open) quotas[i] = shareOf(i)
      break
    }
    for (const i of full) {
      quotas[i] = caps[i] ?? 0
      left -= caps[i] ?? 0
    }
    open = open.filter((i) => !full.has(i))
  }
  return quotas
}
