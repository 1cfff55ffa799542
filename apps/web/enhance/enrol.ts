/** Makes and enrols this browser's key on the page `/enrol`. Loaded by that page alone. */
import {
  canHoldKeys,
  fingerprintGroups,
  forgetKey,
  keepEnrolled,
  keyForCode,
  listHeldKeys,
  proveKey,
  type HeldKey,
  type HeldPlace,
} from '@intikhab/kernel/identity/in-browser'

type Part = 'ask' | 'check' | 'busy' | 'done' | 'old'

class Problem extends Error {
  readonly code: string
  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** Takes over the page. `root` holds every part and every text. */
export async function startEnrolment(root: HTMLElement): Promise<void> {
  const isUrdu = root.dataset['enrol'] === 'ur'
  const texts = JSON.parse(
    document.querySelector<HTMLMetaElement>('meta[name=enrol-words]')?.content ?? '{}',
  ) as Record<string, string>
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)]
  const fill = (name: string, text: string) => all(`[data-fill=${name}]`).forEach((each) => (each.textContent = text))

  function show(part: Part, problem = ''): void {
    for (const each of all('[data-part]')) {
      const name = each.dataset['part']
      if (name !== 'problem' && name !== 'here') each.hidden = name !== part
    }
    fill('problem', problem)
    for (const each of all('[data-part=problem]')) {
      each.hidden = problem === ''
      if (problem !== '') each.focus()
    }
    if (problem === '') root.querySelector<HTMLElement>(`[data-part=${part}] [tabindex]`)?.focus()
  }

  async function post<T>(path: string, body: object): Promise<T> {
    let answer: Response
    try {
      answer = await fetch(`/api/identity/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    } catch {
      throw new Problem(texts['unreachable'] ?? '', 'unreachable')
    }
    const said = (await answer.json().catch(() => ({}))) as { title?: string; titleUr?: string; code?: string }
    if (answer.ok) return said as T
    throw new Problem((isUrdu ? said.titleUr : said.title) ?? texts['unreachable'] ?? '', said.code ?? '')
  }

  const placeText = ({ scopeKind }: HeldPlace) =>
    scopeKind === 'national' ? (texts['nation'] ?? '') : `${texts[scopeKind === 'station' ? 'station' : 'office']} `
  const codeOf = (scope: string) => {
    const code = document.createElement('bdi')
    code.dir = 'ltr'
    code.className = 'code'
    code.textContent = scope
    return code
  }

  function fillPlace(place: HeldPlace): void {
    fill('kind', texts[`kind-${place.kind}`] ?? place.kind)
    fill('election', texts[`election-${place.electionId}`] ?? place.electionId)
    for (const each of all('[data-fill=place]')) each.replaceChildren(placeText(place), codeOf(place.scope))
  }

  function fillFingerprint(keyId: string): void {
    for (const each of all('[data-fill=fingerprint]'))
      each.replaceChildren(
        ...fingerprintGroups(keyId).map((group) => {
          const item = document.createElement('li')
          item.textContent = group
          return item
        }),
      )
  }

  /** Whether a key of this browser is still good, by the server's word. */
  async function stateOf(key: HeldKey): Promise<string> {
    try {
      const { challengeId } = await post<{ challengeId: string }>('devices/challenge', {})
      await post('devices/proof', await proveKey(key, 'sign-in', challengeId))
      return texts['good'] ?? ''
    } catch (error) {
      const code = error instanceof Problem ? error.code : ''
      if (code === 'identity.device-revoked') return texts['revoked'] ?? ''
      return (code === 'identity.device-term-over' ? texts['over'] : texts['unchecked']) ?? ''
    }
  }

  async function showHeld(except = ''): Promise<void> {
    const held = (await listHeldKeys()).filter(({ keyId, place }) => place !== undefined && keyId !== except)
    const items = held.map(async (key) => {
      const item = document.createElement('li')
      const { place } = key
      if (place === undefined) return item
      const line = () => document.createElement('br')
      item.append(`${texts[`kind-${place.kind}`]} (${await stateOf(key)})`, line())
      item.append(placeText(place), codeOf(place.scope), line(), codeOf(fingerprintGroups(key.keyId).join(' ')))
      return item
    })
    for (const each of all('[data-fill=here]')) each.replaceChildren(...(await Promise.all(items)))
    for (const each of all('[data-part=here]')) each.hidden = held.length === 0
  }

  async function attempt(part: Part, act: () => Promise<void>): Promise<void> {
    show('busy')
    try {
      await act()
    } catch (error) {
      show(part, error instanceof Error ? error.message : String(error))
    }
  }

  let code = ''
  /** What the code is for; where its answer was lost before, the key made for it is enrolled without asking again. */
  const lookUp = (typed: string) =>
    attempt('ask', async () => {
      code = typed.trim()
      const waiting = (await listHeldKeys()).find((key) => key.code === code && key.place === undefined)
      try {
        const place = await post<HeldPlace>('enrolments/look-up', { code })
        fillPlace(place)
        show('check')
      } catch (error) {
        if (waiting === undefined || !(error instanceof Problem) || error.code !== 'identity.enrolment-used')
          throw error
        await enrol()
      }
    })

  async function enrol(): Promise<void> {
    const key = await keyForCode(code)
    const { challengeId } = await post<{ challengeId: string }>('devices/challenge', {})
    const { signature } = await proveKey(key, 'enrol', challengeId)
    try {
      const { kind, electionId, scopeKind, scope } = await post<HeldPlace>('enrolments/use', {
        code,
        publicKey: key.publicKey,
        challengeId,
        signature,
      })
      const place = { kind, electionId, scopeKind, scope }
      await keepEnrolled(key, place)
      // The code is spent: it need not lie in the address any longer.
      history.replaceState(null, '', location.pathname)
      fillPlace(place)
      fillFingerprint(key.keyId)
      show('done')
      await showHeld(key.keyId)
    } catch (error) {
      if (error instanceof Problem && error.code.startsWith('identity.enrolment-')) await forgetKey(key.keyId)
      throw error
    }
  }

  root.querySelector('form[data-part=ask]')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void lookUp(root.querySelector<HTMLInputElement>('#code')?.value ?? '')
  })
  root.querySelector('[data-part=check] form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt('check', enrol)
  })

  if (!(await canHoldKeys())) return show('old')
  await showHeld()
  const scanned = decodeURIComponent(location.hash.slice(1))
  if (scanned === '') return
  // Whoever changes the language keeps the code.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.other-language')) link.hash = location.hash
  await lookUp(scanned)
}
