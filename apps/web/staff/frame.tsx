import { accountName, postJson, StaffLink, useSession, useSpeech } from '@intikhab/kernel/console'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { WaitingCount } from './approvals/waiting-count.tsx'
import { menu } from './menu.ts'
import { words } from './words.ts'

const otherLanguage = { en: ['ur', 'اردو'], ur: ['en', 'English'] } as const

function LanguageButton(): ReactNode {
  const { language, speak } = useSpeech()
  const [other, name] = otherLanguage[language]
  return (
    <button type="button" className="head-button other-language" lang={other} onClick={() => speak(other)}>
      {name}
    </button>
  )
}

/** The frame before anybody is signed in. */
export function Outside({ children }: { children: ReactNode }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <header className="staff-head">
        <div className="inside">
          <span className="brand">
            {t(words.product)} · {t(words.console)}
          </span>
          <LanguageButton />
        </div>
      </header>
      <main className="inside" id="content">
        {children}
      </main>
    </>
  )
}

/** Whose console this is; the name leads to the own account. */
function Who(): ReactNode {
  const { t } = useSpeech()
  const { name } = useSession()
  return (
    <StaffLink to="/account" className="who">
      <bdi>{t(accountName(name))}</bdi>
    </StaffLink>
  )
}

/** A screen that was gone to takes the focus; the first one leaves it where the browser put it. */
function useFocusOnNavigation(): void {
  const address = useRouterState({ select: ({ location }) => location.pathname })
  const last = useRef(address)
  useEffect(() => {
    if (last.current !== address) document.getElementById('content')?.focus({ preventScroll: true })
    last.current = address
  }, [address])
}

/** What the office may open. On a narrow screen it folds away behind one button, so that the screen itself comes first. */
function Menu(): ReactNode {
  const { t } = useSpeech()
  const { may } = useSession()
  const address = useRouterState({ select: ({ location }) => location.pathname })
  const [openAt, setOpenAt] = useState<string>()
  const isOpen = openAt === address
  return (
    <nav className="menu staff-menu" aria-label={t(words.menu)}>
      <div className="inside">
        <button
          type="button"
          className="menu-button"
          aria-expanded={isOpen}
          aria-controls="staff-menu"
          onClick={() => setOpenAt(isOpen ? undefined : address)}
        >
          {t(words.menuButton)}
          {isOpen ? null : <WaitingCount />}
        </button>
        <ul id="staff-menu" className={isOpen ? 'open' : undefined}>
          {menu
            .filter(({ act }) => act === null || may(act))
            .map(({ to, title, Mark }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/' }}>
                  {t(title)}
                  {Mark === undefined ? null : <Mark />}
                </Link>
              </li>
            ))}
        </ul>
      </div>
    </nav>
  )
}

/** The frame of every screen: who is signed in, what their office may open, and the screen. */
export function Inside(): ReactNode {
  const { t } = useSpeech()
  const client = useQueryClient()
  useFocusOnNavigation()
  const leave = async () => {
    await postJson('/api/identity/sign-out')
    await client.resetQueries()
  }
  return (
    <>
      <a className="skip" href="#content">
        {t(words.skip)}
      </a>
      <header className="staff-head">
        <div className="inside">
          <StaffLink to="/" className="brand">
            {t(words.product)} · {t(words.console)}
          </StaffLink>
          <LanguageButton />
          <Who />
          <button type="button" className="head-button" onClick={() => void leave()}>
            {t(words.signOut)}
          </button>
        </div>
      </header>
      <Menu />
      <main className="inside" id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}
