import { StaffLink } from '@intikhab/kernel/console'
import { Code } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'

/** A claim by its docket, to be opened. */
export function DocketLink({ district, docket }: { district: string; docket: string }): ReactNode {
  return (
    <StaffLink to={`/claims/${district}/${docket}`}>
      <Code>{docket}</Code>
    </StaffLink>
  )
}
