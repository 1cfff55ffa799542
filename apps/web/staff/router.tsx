import { ProblemNotice, StaffLink, useSession, useSpeech, type StaffPage } from '@intikhab/kernel/console'
import {
  createRootRoute,
  createRoute,
  createRouter,
  useParams,
  useRouterState,
  type AnyRouter,
} from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { Inside } from './frame.tsx'
import { pages } from './pages.ts'
import { words } from './words.ts'

/** A screen in its place: its title in the tab, and a word to those whose office it is not. */
function Placed({ page }: { page: StaffPage }): ReactNode {
  const { t } = useSpeech()
  const { may } = useSession()
  const params = useParams({ strict: false }) as Readonly<Record<string, string>>
  const address = useRouterState({ select: ({ location }) => location.pathname })
  const title = t(words.titleOf, { screen: t(page.title) })
  useEffect(() => {
    document.title = title
  }, [title])
  if (page.act !== null && !may(page.act)) return <Astray title={t(words.notYours)} />
  // Another seat is another screen: nothing typed for the one may stay for the other.
  return <page.Screen key={address} params={params} />
}

function Astray({ title }: { title: string }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{title}</h1>
      <p>
        <StaffLink to="/">{t(words.toHome)}</StaffLink>
      </p>
    </>
  )
}

function NotFound(): ReactNode {
  const { t } = useSpeech()
  return <Astray title={t(words.notFound)} />
}

function Broken(): ReactNode {
  const { en, ur } = words.broken
  return <ProblemNotice problem={{ title: en, titleUr: ur, status: 500, code: 'console.screen-failed' }} answers />
}

/** The console's addresses: every page of every system, below `/staff`. */
export function consoleRouter(): AnyRouter {
  const root = createRootRoute({ component: Inside, notFoundComponent: NotFound })
  const children = pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: () => <Placed page={page} />,
      errorComponent: Broken,
    }),
  )
  return createRouter({ routeTree: root.addChildren(children), basepath: '/staff' })
}
