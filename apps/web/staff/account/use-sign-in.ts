import { Refused, type ArrivedProblem } from '@intikhab/kernel/console'
import { useState } from 'react'

/** One way in at a time: whether one is under way, and why the last one did not lead in. */
export function useSignIn(onSignedIn: () => Promise<void>, before?: ArrivedProblem) {
  const [problem, setProblem] = useState(before)
  const [busy, setBusy] = useState(false)
  return {
    problem,
    busy,
    /** True once signed in; false where it was refused, which is then the problem to be shown. */
    async enter(way: () => Promise<void>): Promise<boolean> {
      setBusy(true)
      setProblem(undefined)
      try {
        await way()
        await onSignedIn()
        return true
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        setProblem(error.problem)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
