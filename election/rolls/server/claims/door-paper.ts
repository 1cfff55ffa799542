import type { Language, Text } from '@intikhab/kernel/language'
import type { DoorNews } from '../../core/claims/door-news.ts'
import { doorFindings, type DoorReason } from '../../core/claims/door.ts'
import { paperWords as words } from '../../core/claims/paper-words.ts'
import { claimWords } from '../../core/claims/words.ts'
import { voterFields, voterValues } from '../../core/register/told-actions.ts'
import type { Relation } from '../../core/register/voter.ts'
import { head, speaker } from './claim-papers.ts'
import type { Paper } from './paper.ts'

/** Somebody on a list for the door, as an official finds the way there. */
export interface DoorLine {
  readonly line: number
  readonly nameUr: string
  readonly relation: Relation
  readonly relationNameUr: string
  /** Where to go. */
  readonly addressUr: string
  readonly why: DoorReason
  /** What the registry told; null for nothing. */
  readonly news: DoorNews | null
}

/** The list that an official carries from door to door, which is the return sheet too. */
export function doorSheet(
  lines: readonly DoorLine[],
  about: {
    readonly id: number
    readonly block: string
    readonly area: string
    readonly district: string
    readonly language: Language
  },
): Paper {
  const { id, block, area, district, language } = about
  const t = speaker(language)
  return {
    ...head(language, district),
    title: t(words.doorList, { number: String(id) }),
    under: `${t(claimWords.area)}: ${area} · ${block}`,
    address: null,
    landscape: true,
    blocks: [
      { kind: 'text', text: t(words.doorLead) },
      {
        kind: 'table',
        head: [
          '#',
          t(voterFields.name),
          t(claimWords.address),
          t(claimWords.why),
          ...doorFindings.map((one) => t(claimWords[one])),
          t(words.note),
        ],
        widths: [0, 3, 4, 5, ...doorFindings.map(() => 1.4), 4],
        rows: lines.map(({ line, nameUr, relation, relationNameUr, addressUr, why, news }) => [
          { code: String(line) },
          `${nameUr}\n${t(voterValues[relation])} ${relationNameUr}`,
          addressUr,
          [t(claimWords[why]), ...newsLines(news, language)].join('\n'),
          ...doorFindings.map((one) => (one === 'as-card' && news?.hasCard !== true ? '–' : '☐')),
          '___',
        ]),
      },
      { kind: 'sign', names: [t(words.official), t(claimWords.visitedOn), t(words.supervisor)] },
    ],
  }
}

/** What the registry told, and each difference: what the roll says, and what the card says. */
function newsLines(news: DoorNews | null, language: Language): string[] {
  if (news === null) return []
  const t = speaker(language)
  const value = (text: Text | null) => (text === null ? t(claimWords.none) : text[language])
  return [
    t(news.reason),
    ...news.differences.map(({ field, roll, card }) =>
      t(words.difference, { field: t(voterFields[field]), roll: value(roll), card: value(card) }),
    ),
  ]
}
