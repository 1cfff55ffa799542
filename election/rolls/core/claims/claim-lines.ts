import { formatDay, say, type Language } from '@intikhab/kernel/language'
import { voterValues } from '../register/told-actions.ts'
import { claimedAddress, type ClaimContent, type CorrectableField } from './claim-content.ts'
import { claimWords as words } from './words.ts'

/** A line of a form; `isCode` runs left to right in both languages. */
export interface ClaimLine {
  readonly name: string
  readonly value: string
  readonly isCode?: boolean
}

/** What a claim says, line by line, as on its form. */
export function contentLines(content: ClaimContent, language: Language): ClaimLine[] {
  const t = (key: keyof typeof words) => say(language, words[key])
  const line = (key: keyof typeof words, value: string, isCode = false): ClaimLine[] =>
    value === '' ? [] : [{ name: t(key), value, ...(isCode ? { isCode } : {}) }]
  switch (content.purpose) {
    case 'registration': {
      const { person, chosen, permanent, other } = content
      return [
        ...line('nameUr', person.nameUr),
        ...line('nameEn', person.nameEn),
        ...line('relationNameUr', `${say(language, voterValues[person.relation])} ${person.relationNameUr}`),
        ...line('gender', say(language, voterValues[person.gender])),
        ...line('dateOfBirth', formatDay(language, person.dateOfBirth)),
        ...line('disabled', t(person.disabled ? 'yes' : 'no')),
        ...line('permanent', permanent.textUr),
        ...(other === null || chosen === 'permanent' ? [] : line(chosen, other.textUr)),
        ...line('chosen', t(chosen)),
        ...line('block', claimedAddress(content)?.block ?? '', true),
      ]
    }
    case 'objection':
      return [
        ...line('block', content.block, true),
        ...line('list', t(content.gender)),
        ...line('serial', String(content.serial), true),
        ...line('nameOnRoll', content.name),
        ...line('ground', t(content.ground)),
        ...line('statement', content.statement),
      ]
    case 'correction': {
      const { corrections, statement } = content
      return [
        ...(Object.keys(corrections) as CorrectableField[]).flatMap((field) =>
          line(field, correctedValue(field, corrections[field], language)),
        ),
        ...line('statement', statement),
      ]
    }
  }
  return content satisfies never
}

/** A corrected value as it is read. */
function correctedValue(field: CorrectableField, value: string | boolean | undefined, language: Language): string {
  if (typeof value === 'boolean') return say(language, words[value ? 'yes' : 'no'])
  if (field === 'gender' || field === 'relation') return say(language, voterValues[value as keyof typeof voterValues])
  return field === 'dateOfBirth' && value !== undefined ? formatDay(language, value) : (value ?? '')
}
