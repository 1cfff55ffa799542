import { word } from './words.ts'

const everyMilliseconds = 5000

/** Lets a page follow the editions it was made of: a newer one replaces its content in place, unless paused. */
export function followEdition(equip: () => void): void {
  const bar = document.querySelector<HTMLElement>('[data-live]')
  const series = bar?.dataset['live']
  if (bar === null || series === undefined) return
  let shown = Number(bar.dataset['edition'])
  let paused = false
  const button = document.createElement('button')
  const state = document.createElement('span')
  button.type = 'button'
  button.textContent = word('livePause')
  state.setAttribute('role', 'status')
  bar.append(button, state)
  button.addEventListener('click', () => {
    paused = !paused
    button.textContent = word(paused ? 'liveResume' : 'livePause')
    if (!paused) void look()
  })

  async function look(): Promise<void> {
    if (paused || document.hidden || isBusy()) return
    try {
      const answer = await fetch(`/newest/${series}`)
      const { number } = (await answer.json()) as { number: number }
      if (number === shown) return
      const page = await fetch(location.pathname, { cache: 'no-cache' })
      if (!page.ok) return
      const fresh = new DOMParser().parseFromString(await page.text(), 'text/html')
      replaceContent(fresh)
      shown = Number(fresh.querySelector<HTMLElement>('[data-live]')?.dataset['edition'] ?? number)
      state.textContent = word('liveUpdated', { number: shown })
      equip()
    } catch {
      state.textContent = word('liveLost', { number: shown })
    }
  }

  /** The bar with its button stays; everything below it is replaced, opened details stay open. */
  function replaceContent(fresh: Document): void {
    const main = document.querySelector('main')
    const next = fresh.querySelector('main')
    if (bar === null || main === null || next === null) return
    const open = [...main.querySelectorAll('details')].map((each) => each.open)
    const freshBar = next.querySelector('[data-live]')
    const link = freshBar?.querySelector('a')
    const old = bar.querySelector('a')
    if (link != null && old !== null) old.replaceWith(link)
    freshBar?.remove()
    while (bar.nextSibling !== null) bar.nextSibling.remove()
    main.append(...next.childNodes)
    for (const [index, each] of [...main.querySelectorAll('details')].entries()) each.open = open[index] ?? false
  }

  setInterval(() => void look(), everyMilliseconds)
}

/** True while somebody works in the content: it must not change under their hands. */
function isBusy(): boolean {
  const at = document.activeElement
  const inside =
    at !== null && at.closest('main') !== null && at.tagName !== 'MAIN' && at.closest('[data-live]') === null
  const sorted = document.querySelector('main [aria-sort]') !== null
  return inside || sorted || document.getSelection()?.isCollapsed === false
}
