/** Whether a transaction failed only because of another at the same moment: the same CNIC entered twice, or a circle of waits. */
export function isLostRace(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return code === '40P01' || (code === '23505' && constraint === 'one_cnic_one_vote')
}
