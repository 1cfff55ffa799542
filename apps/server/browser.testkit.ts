import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'

/** Where the pictures of the screens go, where somebody wants to look at them. */
export const pictures = process.env['INTIKHAB_PICTURES']

/** The Chromium of this machine; without one a plain line says which tests are skipped. */
export function findChromium(tests: string): string | undefined {
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  if (found === undefined) process.stdout.write(`Browser tests of ${tests} skipped: no Chromium is installed.\n`)
  return found
}

/** Starts it, without a sandbox: tests run as root. */
export function launchChromium(executablePath: string | undefined): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  return chromium.launch({ executablePath: executablePath ?? '', args })
}

/**
 * What goes wrong on a page from now on: exceptions, and errors on its console. Where a test provokes refusals, the
 * browser's line about their status is none.
 */
export function watchPage(page: Page, { refusals = false }: { readonly refusals?: boolean } = {}): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !(refusals && /status of 4\d\d/.test(message.text()))) faults.push(message.text())
  })
  return faults
}

/** What axe finds against WCAG 2.2 AA and good practice, and whether the page is wider than its window. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.waitForLoadState('load')
  // The page's own policy forbids inline scripts, so axe comes in by the debugger's door.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await inPage.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    const { scrollWidth, clientWidth } = document.documentElement
    return [
      ...violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px wider than the window`] : []),
    ]
  })
}
