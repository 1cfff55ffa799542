import type { CountrySeat } from './geography.ts'
import { familyName, personName, type Bilingual } from './names.ts'
import type { Random } from './random.ts'

/** An invented party: none of these exists, in name or in symbol pairing. */
export interface CountryParty {
  readonly code: string
  readonly name: Bilingual
  readonly symbol: Bilingual
}

export interface CountryCandidate {
  /** Place on the ballot paper, from 1, in the order of the Urdu names. */
  readonly serial: number
  readonly name: Bilingual
  /** Party code; undefined for an independent. */
  readonly party: string | undefined
  readonly symbol: Bilingual
  readonly gender: 'male' | 'female'
}

export interface CountryContest {
  /** Contest and seat share the code, e.g. `NA-46`. */
  readonly seat: string
  readonly candidates: readonly CountryCandidate[]
}

const b = (en: string, ur: string): Bilingual => ({ en, ur })

export const parties: readonly CountryParty[] = [
  { code: 'sunrise', name: b('Sunrise Party', 'طلوع پارٹی'), symbol: b('Rising Sun', 'طلوع آفتاب') },
  { code: 'banyan', name: b('Banyan League', 'برگد لیگ'), symbol: b('Banyan Tree', 'برگد کا درخت') },
  { code: 'lighthouse', name: b('Lighthouse Front', 'مینارِ نور فرنٹ'), symbol: b('Lighthouse', 'مینارِ نور') },
  { code: 'river', name: b('River Movement', 'دریا موومنٹ'), symbol: b('Boat', 'کشتی') },
  { code: 'lantern', name: b('Lantern Union', 'لالٹین یونین'), symbol: b('Lantern', 'لالٹین') },
  { code: 'harvest', name: b('Harvest Alliance', 'فصل اتحاد'), symbol: b('Sickle', 'درانتی') },
  { code: 'compass', name: b('Compass Group', 'قطب نما گروپ'), symbol: b('Compass', 'قطب نما') },
  { code: 'markhor', name: b('Markhor Assembly', 'مارخور اسمبلی'), symbol: b('Markhor', 'مارخور') },
]

const freeSymbols = [
  b('Wheelbarrow', 'ریڑھی'),
  b('Teapot', 'چائے دانی'),
  b('Umbrella', 'چھتری'),
  b('Wall Clock', 'دیوار گھڑی'),
  b('Ladder', 'سیڑھی'),
  b('Spectacles', 'عینک'),
  b('Sewing Machine', 'سلائی مشین'),
  b('Bicycle Pump', 'سائیکل پمپ'),
  b('Kettle', 'کیتلی'),
  b('Table Lamp', 'ٹیبل لیمپ'),
  b('Radio', 'ریڈیو'),
  b('Bench', 'بینچ'),
  b('Bucket', 'بالٹی'),
  b('Drum', 'ڈھول'),
  b('Hammer', 'ہتھوڑا'),
  b('Vase', 'گلدان'),
  b('Pitcher', 'گھڑا'),
  b('Kite Spool', 'چرخی'),
]

/** Letters in the order of the Urdu alphabet, not of their code points. */
const alphabet = new Intl.Collator('ur')

/** Draws the candidates: each larger party in every seat, smaller ones in most, the others independent. */
export function drawContests(seats: readonly CountrySeat[], perSeat: number, random: Random): CountryContest[] {
  return seats.map((seat) => {
    const standing = parties.filter((_, rank) => rank < 4 || random.unit() < 0.8)
    let symbols = [...freeSymbols]
    let round = 1
    const freeSymbol = (): Bilingual => {
      if (symbols.length === 0) {
        round++
        // Past the end of the list symbols come again with a number, as in "Bucket 2".
        symbols = freeSymbols.map(({ en, ur }) => b(`${en} ${round}`, `${ur} ${round}`))
      }
      return symbols.splice(random.below(symbols.length), 1)[0] as Bilingual
    }
    const taken = new Set<string>()
    const drawn = Array.from({ length: perSeat }, (_, i) => {
      const party = standing[i]
      const gender: 'male' | 'female' = random.unit() < 0.12 ? 'female' : 'male'
      let name = personName(gender, random, familyName(random))
      while (taken.has(name.en) || !name.en.includes(' ')) name = personName(gender, random, familyName(random))
      taken.add(name.en)
      return { name, gender, party: party?.code, symbol: party?.symbol ?? freeSymbol() }
    })
    drawn.sort((x, y) => alphabet.compare(x.name.ur, y.name.ur))
    const candidates = drawn.map(({ name, gender, party, symbol }, i) => ({
      serial: i + 1,
      name,
      gender,
      party,
      symbol,
    }))
    return { seat: seat.code, candidates }
  })
}
