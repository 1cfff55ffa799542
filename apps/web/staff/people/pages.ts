import type { StaffPage } from '@intikhab/kernel/console'
import { InviteScreen } from './invite-screen.tsx'
import { OfficesScreen } from './offices-screen.tsx'
import { PeopleScreen } from './people-screen.tsx'
import { PersonScreen } from './person-screen.tsx'
import { words } from './words.ts'

/** The screens of people, offices and invitations. */
export const peoplePages: readonly StaffPage[] = [
  { path: '/people', act: 'accounts.read', title: words.people, Screen: PeopleScreen },
  { path: '/people/offices', act: 'accounts.read', title: words.offices, Screen: OfficesScreen },
  { path: '/people/invite', act: 'accounts.invite', title: words.invite, Screen: InviteScreen },
  { path: '/people/account/$account', act: 'accounts.read', title: words.person, Screen: PersonScreen },
]
