import { expect, test } from 'vitest'
import { rehearseCrashes } from './rehearse-crashes.ts'

test(
  'server and database killed while forms come in: nothing acknowledged is lost or there twice',
  { timeout: 300_000 },
  async () => {
    const night = await rehearseCrashes({ kills: 4, seed: 'four kills', pace: 100, onProgress: () => undefined })
    expect(night.killed.map(({ victim }) => victim)).toEqual(['server', 'database', 'server', 'postmaster'])
    // Each kill fell among the forms, not after the last one.
    for (const { receiptsBefore } of night.killed) expect(receiptsBefore).toBeLessThan(night.forms)
    expect(night).toMatchObject({ lost: [], twice: [], neverTaken: [], findings: [] })
    expect(night.acknowledged).toBe(night.forms)
  },
)
