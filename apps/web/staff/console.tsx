import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'

export function Console(): ReactNode {
  return <MantineProvider>…</MantineProvider>
}
