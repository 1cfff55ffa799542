import { direction, say, type Language } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { Edition } from './figure.tsx'
import { Name } from './inline.tsx'
import type { EditionNote, Section, Site } from './public-page.ts'
import { words } from './words.ts'

/** Addresses of the built style sheet, script and fonts. */
export interface Assets {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  /** Font files to fetch at once, by language. */
  readonly fonts: Readonly<Record<Language, readonly string[]>>
}

const menu: readonly (readonly [Section, string])[] = [
  ['home', ''],
  ['vote', '/vote'],
  ['claims', '/claims'],
  ['results', '/results'],
  ['programme', '/programme'],
  ['rolls', '/rolls'],
  ['data', '/data'],
]

/** The whole document of a public page: head, header, menu, content, footer. Complete without a script. */
export function Frame(props: {
  language: Language
  site: Site
  assets: Assets
  /** Path below the language, e.g. `/results`. */
  path: string
  section: Section | null
  title: string
  live: EditionNote | undefined
  children: ReactNode
}): ReactNode {
  const { language, site, assets, path } = props
  const other: Language = language === 'en' ? 'ur' : 'en'
  const siteName = site.name[language]
  return (
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title === siteName ? siteName : `${props.title} – ${siteName}`}</title>
        <meta name="theme-color" content="#0b4a33" />
        <link rel="icon" href="data:," />
        <meta name="words" content={JSON.stringify(scriptWords(language))} />
        <link rel="alternate" hrefLang={other} href={`/${other}${path}`} />
        {assets.fonts[language].map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
        ))}
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <a className="skip" href="#content">
          {say(language, words.skip)}
        </a>
        <header className="header">
          {site.banner === null ? null : (
            <p className="banner">
              <Name text={site.banner} language={language} />
            </p>
          )}
          <div className="inside">
            <a className="brand" href={`/${language}`}>
              {siteName}
            </a>
            <a className="other-language" href={`/${other}${path}`} hrefLang={other} lang={other}>
              {other === 'ur' ? 'اردو' : 'English'}
            </a>
          </div>
        </header>
        <nav className="menu" aria-label={say(language, words.menu)}>
          <ul className="inside">
            {menu.map(([section, target]) => (
              <li key={section}>
                <a
                  href={`/${language}${target}`}
                  {...(props.section === section ? { 'aria-current': path === target ? 'page' : 'true' } : {})}
                >
                  {say(language, words[section])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="content" className="inside" tabIndex={-1}>
          {props.live === undefined ? null : <LiveBar edition={props.live} language={language} />}
          {props.children}
        </main>
        <Footer language={language} />
      </body>
    </html>
  )
}

/** The edition that the page shows; the script makes it follow newer ones and adds a button to pause. */
function LiveBar({ edition, language }: { edition: EditionNote; language: Language }): ReactNode {
  return (
    <div className="live" data-live={edition.series} data-edition={edition.number}>
      <Edition edition={edition} language={language} />
    </div>
  )
}

/** What the script says: it carries no texts of its own. `{…}` is filled in by the script. */
function scriptWords(language: Language): Record<string, string> {
  const { sortBy, filter, copy, copied, noMatch, rowsShown, livePause, liveResume, liveUpdated, liveLost } = words
  const used = { sortBy, filter, copy, copied, noMatch, rowsShown, livePause, liveResume, liveUpdated, liveLost }
  return Object.fromEntries(Object.entries(used).map(([key, text]) => [key, text[language]]))
}

function Footer({ language }: { language: Language }): ReactNode {
  const links = [
    [`/${language}/verify`, words.footerVerify],
    [`/${language}/refusals`, words.footerRefusals],
    ['/api/docs', words.footerApi],
    ['/staff', words.footerStaff],
  ] as const
  return (
    <footer className="footer">
      <div className="inside">
        <p>{say(language, words.footerProof)}</p>
        <ul>
          {links.map(([href, text]) => (
            <li key={href}>
              <a href={href}>{say(language, text)}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

/** The way from the front page to this one. */
export function Breadcrumbs(props: {
  language: Language
  trail: readonly { readonly href: string; readonly label: ReactNode }[]
}): ReactNode {
  return (
    <nav className="breadcrumbs" aria-label={say(props.language, words.breadcrumbs)}>
      <ol>
        {props.trail.map((step) => (
          <li key={step.href}>
            <a href={`/${props.language}${step.href}`}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
