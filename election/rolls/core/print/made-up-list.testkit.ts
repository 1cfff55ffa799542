import { seededRandom } from '../../sim/registry/random.ts'
import type { PrintedList, PrintedVoter } from './printed-list.ts'

const given = {
  male: ['محمد', 'غلام', 'عبدالرحمٰن', 'احمد', 'مصطفیٰ', 'طارق', 'ذوالفقار', 'شفیق', 'یٰسین', 'نصراللہ'],
  female: ['شگفتہ', 'فاطمہ', 'زینب', 'بشریٰ', 'ثریا', 'عائشہ', 'رخسانہ', 'نگہت', 'کلثوم', 'مریم'],
}
const family = ['علی', 'حسین', 'خان', 'جتوئی', 'چوہدری', 'اعوان', 'بی بی', 'پروین', 'شاہ', 'مگسی', 'آفریدی']
const streets = ['مسجد اقصیٰ', 'اسلام پورہ', 'کوٹ غلام محمد', 'چک نمبر 47 جنوبی', 'بستی بلوچاں', 'محلہ قصاباں']

interface MadeUp {
  readonly voters: number
  readonly seed?: number
  readonly gender?: 'male' | 'female'
  readonly marked?: boolean
}

function marksAt(n: number): PrintedVoter['mark'] {
  if (n % 31 === 17) return 'overseas'
  return n % 25 === 8 ? 'postal' : null
}

/** A list of nobody's: CNICs begin with 9, some serials are no longer in use. */
export function madeUpList({ voters: count, seed = 1, gender = 'male', marked = false }: MadeUp): PrintedList {
  const random = seededRandom(seed)
  const name = (of: 'male' | 'female'): string => `${random.of(given[of])} ${random.of(family)}`
  const voters: PrintedVoter[] = []
  let [serial, household, address] = [0, 0, '']
  for (let n = 0; n < count; n++) {
    serial += random.chance(0.04) ? 2 : 1
    if (n === 0 || random.chance(0.4)) {
      household += 1
      address = `مکان نمبر ${1 + random.below(300)}، گلی نمبر ${1 + random.below(20)}، ${random.of(streets)}`
    }
    const married = gender === 'female' && random.chance(0.6)
    voters.push({
      serial,
      household,
      cnic: `9${String(random.below(1e12)).padStart(12, '0')}`,
      nameUr: name(gender),
      relation: gender === 'male' ? 'son' : married ? 'wife' : 'daughter',
      relationNameUr: name('male'),
      dateOfBirth: `${1935 + random.below(70)}-0${1 + random.below(9)}-1${random.below(10)}`,
      addressUr: address,
      photo: null,
      mark: marked ? marksAt(n) : null,
    })
  }
  return {
    stage: 'final',
    roll: 'general',
    gender,
    area: {
      block: '123040507',
      nameUr: 'اسلام پورہ وارڈ نمبر 4',
      tehsilUr: 'لاہور سٹی',
      districtUr: 'لاہور',
      provinceUr: 'پنجاب',
      seats: [
        { code: 'NA-125', nameUr: 'لاہور 9' },
        { code: 'PP-160', nameUr: 'لاہور 16' },
      ],
    },
    qualifyingDate: '2026-10-01',
    edition: {
      id: 'list-2026-11',
      hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      madeAt: '2026-11-22T09:00:00Z',
    },
    lastSerial: serial + 1,
    station: null,
    marked,
    recipient: null,
    voters,
  }
}
