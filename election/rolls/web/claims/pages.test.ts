import { formatDay, languages, type Language } from '@intikhab/kernel/language'
import type { EditionReaderLike, OpenEditionLike, PageContext } from '@intikhab/kernel/screens'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Docket } from '../../core/claims/docket.ts'
import { claimWords } from '../../core/claims/words.ts'
import type { PublishedStage } from '../../core/editions/published-stage.ts'
import type { FollowedClaim } from '../../server/claims/public-claims.ts'
import { claimAnswerScreen, claimPages } from './claim-pages.tsx'
import { words } from './words.ts'

const step = { orderReference: null, reason: null }
const stage: PublishedStage = {
  rollId: 'sample',
  nameEn: 'Sample roll',
  nameUr: 'نمونہ فہرست',
  qualifyingDate: '2026-01-01',
  steps: [
    { ...step, number: 1, kind: 'preliminary', at: '2026-02-01T06:00:00.000Z', from: null, until: null },
    { ...step, number: 2, kind: 'display', at: '2026-02-02T06:00:00.000Z', from: '2026-02-10', until: '2026-03-11' },
  ],
  districts: [],
}
const edition: OpenEditionLike = {
  id: 'e'.repeat(64),
  manifest: {
    series: 'display-sample',
    number: 2,
    madeAt: '2026-02-02T06:00:00Z',
    subject: {},
    ledger: null,
    files: [],
  },
  bytes: () => Promise.resolve(undefined),
  json: <T>() => Promise.resolve(stage as T),
}
const editions: EditionReaderLike = {
  latest: (series) => Promise.resolve(series === 'display-sample' ? edition : undefined),
}
const context = (language: Language, now: string, rollId: string | null = 'sample'): PageContext => ({
  language,
  now: new Date(now),
  site: { name: { en: 'S', ur: 'س' }, banner: null, elections: [], rollId, refusals: [] },
})

async function start(...at: Parameters<typeof context>): Promise<string> {
  const opened = await claimPages.find(({ path }) => path === '/claims')?.open(editions, {}, context(...at))
  return opened === undefined ? '' : renderToStaticMarkup(opened.body())
}
const blanks = (page: string) => [...page.matchAll(/forms\/(\d+)\?language=/g)].map(([, form]) => form)

const [allYear, atDisplay] = [
  ['21', '22', '23'],
  ['15', '16', '17'],
]

test('while a roll is displayed the forms of the display come first, with the way to the display centres', async () => {
  for (const language of languages) {
    const page = await start(language, '2026-02-20T06:00:00Z')
    expect(blanks(page)).toEqual([...atDisplay, ...allYear])
    expect(page).toContain(`href="/${language}/rolls/display"`)
    for (const form of [...atDisplay, ...allYear])
      expect(page).toContain(language === 'en' ? `Form-${form}:` : `فارم ${form}:`)
  }
})

test('before the first day of a display, after its last, and without any, the forms of the year come first', async () => {
  const outside = [
    await start('en', '2026-02-09T18:59:59Z'),
    await start('en', '2026-03-11T19:00:00Z'),
    await start('en', '2026-02-20T06:00:00Z', null),
  ]
  for (const page of outside) {
    expect(blanks(page)).toEqual([...allYear, ...atDisplay])
    expect(page).not.toContain('/rolls/display')
  }
})

const followed: FollowedClaim = {
  docket: 'ISL-2026-000001' as Docket,
  form: '22',
  state: 'lodged',
  dueOn: '2026-03-01',
  hearing: null,
  period: 'all-year',
  purpose: 'objection',
  lodgedAt: '2026-02-10T06:00:00.000Z',
  outcome: null,
  order: null,
  endReason: null,
  isFrozen: false,
  mayBeLater: false,
  isOpen: true,
}

async function shown(claim: FollowedClaim, language: Language): Promise<string> {
  const answer = { kind: 'followed', claim, pin: '2222-2222' } as const
  const { body } = await claimAnswerScreen(editions, context(language, '2026-02-20T06:00:00Z'), answer)
  return renderToStaticMarkup(body)
}

test('an open claim can be withdrawn; one that ended says why, and offers nothing more', async () => {
  for (const language of languages) {
    expect(await shown(followed, language)).toContain(`action="/${language}/claims/mine/withdraw"`)
    const ended = await shown({ ...followed, state: 'lapsed', endReason: 'نہیں آئے', isOpen: false }, language)
    expect(ended).not.toContain('withdraw')
    expect(ended).toContain('نہیں آئے')
  }
})

test('while a freeze holds no day is promised: it is decided after the results; an ended claim has no day to wait for', async () => {
  for (const language of languages) {
    const frozen = { ...followed, dueOn: null, isFrozen: true }
    const page = await shown(frozen, language)
    expect(page).toContain(claimWords.afterResults[language])
    expect(page).not.toContain(formatDay(language, '2026-03-01'))
    const lodged = { kind: 'lodged', lodged: { claim: frozen, pin: '22222222' } } as const
    const { body } = await claimAnswerScreen(editions, context(language, '2026-02-20T06:00:00Z'), lodged)
    const told = renderToStaticMarkup(body)
    expect(told).toContain(words.nextAfterResults[language].slice(0, 30))
    expect(told).not.toContain(formatDay(language, '2026-03-01'))
    expect(await shown({ ...followed, mayBeLater: true }, language)).toContain(claimWords.mayBeLater[language])
    const ended = await shown({ ...followed, state: 'withdrawn', isOpen: false }, language)
    expect(ended).not.toContain(claimWords.dueOn[language])
  }
})
