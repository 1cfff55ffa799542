/** A label beside the pointer on maps and tiles; the same words are in each link's name for everybody else. */
export function showTips(): void {
  const tip = document.createElement('div')
  tip.className = 'tip'
  tip.hidden = true
  tip.setAttribute('aria-hidden', 'true')
  document.body.append(tip)
  const linkOf = (target: EventTarget | null) => (target instanceof Element ? target.closest('[data-map] a') : null)

  document.addEventListener('pointermove', (event) => {
    const link = event.pointerType === 'mouse' ? linkOf(event.target) : null
    tip.hidden = link === null
    if (link === null) return
    tip.textContent = link.getAttribute('aria-label')
    const { innerWidth, innerHeight } = window
    const { offsetWidth, offsetHeight } = tip
    tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - offsetWidth - 4))}px`
    tip.style.top = `${Math.max(4, Math.min(event.clientY + 18, innerHeight - offsetHeight - 4))}px`
  })
  // The script's label takes the place of the browser's own, which would come late and over it.
  document.addEventListener('pointerover', (event) => {
    const link = linkOf(event.target)
    link?.querySelector('title')?.remove()
    link?.removeAttribute('title')
  })
}
