import { ProblemNotice, type Refused } from '@intikhab/kernel/console'
import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'

/** What an officer fills in and sends: the fields, why it was refused, and the button. */
export function StaffForm(props: {
  readonly act: { readonly error: Refused | null; readonly isPending: boolean }
  /** Words on the button. */
  readonly button: string
  /** Beside an act that weighs more. */
  readonly isSecondary?: boolean
  readonly children: ReactNode
  onSend(): void
}): ReactNode {
  const { act, button, isSecondary = false, children, onSend } = props
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className="staff-form" onSubmit={send}>
      {children}
      {act.error === null ? null : <ProblemNotice problem={act.error.problem} answers />}
      <Button type="submit" variant={isSecondary ? 'default' : 'filled'} loading={act.isPending}>
        {button}
      </Button>
    </form>
  )
}
