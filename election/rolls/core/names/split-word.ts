/**
 * Takes apart what is written as one word and said as two: Arabic names of two halves with their article (عبدالرحمن,
 * Ziauddin), and names run together in hurried typing (محمدعلی). All words are folded.
 */

const firstHalves =
  'عبد|عبید|شمس|نجم|ضیا|نور|سیف|بدر|فضل|صدر|قمر|جلال|کمال|جمال|معین|نظام|علا|محی|نصیر|ظہیر|صلاح|تاج|فخر|رفیع|حسام|غیاث|شہاب|رضی|مظہر|اظہار|احسان|انعام|اکرام|انوار|ریاض|مصباح|حفیظ|عین|بیت|ام|ابو|حبیب|فیض|عزیز|اسد|سراج|رکن|قطب|برہان|ظہور|منہاج|وقار|شرف|مجیب|امین|عطا'
const latinHalves =
  'zia|shams|najm|noor|nur|saif|badr|fazal|fazl|sadr|qamar|jalal|kamal|jamal|moin|muin|nizam|ala|naseer|nasir|zaheer|salah|taj|fakhr|rafi|shahab|mazhar|izhar|ehsan|ahsan|inam|ikram|anwar|riaz|misbah|hafiz|hafeez|habib|faiz|aziz|asad|siraj|burhan|zahoor|minhaj|waqar|sharaf|mujib|amin|ata|atta|ain|qurat'

/** Each is a first half, then a second. */
const urdu: readonly RegExp[] = [
  /^(..+?)(اللہ)$/,
  new RegExp(`^(${firstHalves})ال(?=..)(.+)$`),
  /^(..+?)ال(دین|حق|رحمن|رحمان|اسلام|حسن)$/,
  /^(محمد)(..+)$/,
  /^(...+?)(علی|احمد|اختر|اکبر|اصغر|اقبال)$/,
]
const latin: readonly RegExp[] = [
  /^(..+?)([ua]l?lah)$/,
  /^(..+?)[uoea]d?-?(d(?:in|een))$/,
  /^(..+?)ul-?(haqu?e?|islam|hassan|hasan)$/,
  /^(..+?)u[lr]-?(r[ae]hm[ae]n)$/,
  /^(abd|ubaid|obaid)[aeou](?:l|r(?=r)|s(?=s)|z(?=z)|t(?=t)|j(?=j)|q(?=q))(...+)$/,
  new RegExp(`^(${latinHalves})u[lrdsznt]()$`),
  /^(muhammad|mohammad)(..+)$/,
]

/** The words that a folded word consists of: mostly itself alone. */
export function splitWord(word: string, isUrdu: boolean): readonly string[] {
  for (const pattern of isUrdu ? urdu : latin) {
    const found = pattern.exec(word)
    if (found !== null) return [found[1] ?? '', found[2] ?? ''].filter((part) => part !== '')
  }
  return [word]
}

/** A second half that stands by itself, without the article it begins with: الحق, الدین; not الیاس, which has none. */
export const withoutArticle = (word: string): string =>
  /^ال(?=..)(?!لہ|یاس|طاف|فت|ہی|بیل|ماس|ویر)/.test(word) ? word.slice(2) : word
