import type { Bilingual } from './names.ts'
import type { Random } from './random.ts'

/** Roots and forms of invented place names; joined at random, none is meant to be a place that exists. */
const roots =
  `Noor نور, Rehmat رحمت, Sultan سلطان, Bahar بہار, Chinar چنار, Sabz سبز, Zaitoon زیتون, Anar انار, Gulab گلاب, Chambeli چنبیلی
Sanobar صنوبر, Amir امیر, Faiz فیض, Karam کرم, Fateh فتح, Nasim نسیم, Shabnam شبنم, Qamar قمر, Khurshid خورشید, Mehtab مہتاب
Badami بادامی, Shahtoot شہتوت, Kohsar کوہسار, Sahil ساحل, Darya دریا, Chashma چشمہ, Barani بارانی, Pahari پہاڑی, Safaid سفید, Surkh سرخ
Hamza حمزہ, Yousaf یوسف, Ibrahim ابراہیم, Dawood داؤد, Haroon ہارون, Bilal بلال, Siddiq صدیق, Farooq فاروق, Saadat سعادت, Barkat برکت`
    .split(/\s*[\n,]\s*/)
    .map((line) => {
      const [en, ur] = line.split(' ')
      if (en === undefined || ur === undefined) throw new Error(`not a place name: ${line}`)
      return { en, ur }
    })

type Form = (root: Bilingual) => Bilingual

const urban: readonly Form[] = [
  (root) => ({ en: `${root.en} Town`, ur: `${root.ur} ٹاؤن` }),
  (root) => ({ en: `${root.en} Colony`, ur: `${root.ur} کالونی` }),
  (root) => ({ en: `Gulshan-e-${root.en}`, ur: `گلشنِ ${root.ur}` }),
  (root) => ({ en: `${root.en} Abad`, ur: `${root.ur} آباد` }),
  (root) => ({ en: `Mohalla ${root.en}`, ur: `محلہ ${root.ur}` }),
]

const rural: readonly Form[] = [
  (root) => ({ en: `Dhok ${root.en}`, ur: `ڈھوک ${root.ur}` }),
  (root) => ({ en: `Mauza ${root.en}`, ur: `موضع ${root.ur}` }),
  (root) => ({ en: `${root.en} Kalan`, ur: `${root.ur} کلاں` }),
  (root) => ({ en: `${root.en} Khurd`, ur: `${root.ur} خورد` }),
  (root) => ({ en: `Pind ${root.en}`, ur: `پنڈ ${root.ur}` }),
]

/** Gives each place asked for a name of its own, town-like or village-like. */
export function placeNames(random: Random): (isUrban: boolean) => Bilingual {
  const taken = new Set<string>()
  return (isUrban) => {
    for (let tries = 0; ; tries++) {
      const name = random.pick(isUrban ? urban : rural)(random.pick(roots))
      // After the combinations run out the places are numbered, as new sectors are.
      const numbered = tries < 40 ? name : { en: `${name.en} ${tries}`, ur: `${name.ur} ${tries}` }
      if (taken.has(numbered.en)) continue
      taken.add(numbered.en)
      return numbered
    }
  }
}
