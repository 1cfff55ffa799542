import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to another screen of the console; `to` is its address below `/staff`. */
export function StaffLink(props: { to: string; className?: string; children: ReactNode }): ReactNode {
  const { to, className, children } = props
  return (
    <Link to={to} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}

/** Goes to another screen of the console. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return (to) => void navigate({ to })
}
