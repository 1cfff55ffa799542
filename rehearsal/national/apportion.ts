/**
 * Shares out `total` in whole numbers in proportion to whole-numbered `weights` by largest remainder: each share is the
 * floor or the ceiling of its exact proportion, the sum is `total`, and what has no weight gets nothing. Equal
 * remainders are served in their order. All of it is exact: whole numbers throughout.
 *
 * @throws RangeError where something is to be shared out among no weight at all.
 */
export function apportion(total: number, weights: ArrayLike<number>): Int32Array {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i] ?? 0
  if (sum === 0 && total > 0) throw new RangeError(`${total} cannot be shared out among nothing`)
  if (sum === 0) return new Int32Array(weights.length)
  const whole = BigInt(sum)
  const shares = new Int32Array(weights.length)
  const remainders = new Float64Array(weights.length)
  let left = total
  for (let i = 0; i < weights.length; i++) {
    const product = BigInt(total) * BigInt(weights[i] ?? 0)
    remainders[i] = Number(product % whole)
    shares[i] = Number(product / whole)
    left -= shares[i] ?? 0
  }
  if (left === 0) return shares
  const order = Array.from(shares.keys()).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b)
  for (const i of order.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1
  return shares
}

/** The first `n` shares of it added up, for every `n` from 0 on. */
export function runningTotals(shares: ArrayLike<number>): Int32Array {
  const totals = new Int32Array(shares.length + 1)
  for (let i = 0; i < shares.length; i++) totals[i + 1] = (totals[i] ?? 0) + (shares[i] ?? 0)
  return totals
}
