import { weighted, type Random } from './random.ts'

/** A text in the two languages of the country. */
export interface Bilingual {
  readonly en: string
  readonly ur: string
}

type Entry = readonly [Bilingual, number]

/** `Latin اردو weight` lines: common parts of names, written down for this project; combined at random they name nobody. */
function parse(lines: string): Entry[] {
  return lines
    .trim()
    .split(/\s*[\n,]\s*/)
    .map((line) => {
      const [, en, ur, weight] = /^([A-Za-z -]+?)\s+([\u0600-\u06ff\u200c -]+?)(?:\s+(\d+))?$/.exec(line) ?? []
      if (en === undefined || ur === undefined) throw new Error(`not a name: ${line}`)
      return [{ en, ur }, Number(weight ?? 4)] as const
    })
}

const men = parse(`
  Muhammad محمد 60, Ali علی 14, Ahmed احمد 14, Hassan حسن 10, Hussain حسین 10, Usman عثمان 9, Umar عمر 9, Bilal بلال 8
  Imran عمران 9, Asif آصف 8, Kashif کاشف 6, Tariq طارق 8, Khalid خالد 8, Saeed سعید 6, Saleem سلیم 6, Nadeem ندیم 7
  Naveed نوید 6, Waseem وسیم 5, Naeem نعیم 5, Kamran کامران 5, Adnan عدنان 6, Irfan عرفان 6, Rizwan رضوان 6, Farhan فرحان 4
  Shahid شاہد 7, Zahid زاہد 6, Sajid ساجد 5, Wajid واجد 4, Majid ماجد 4, Abid عابد 5, Amir عامر 6, Nasir ناصر 6, Yasir یاسر 5
  Tahir طاہر 6, Arif عارف 5, Rashid راشد 5, Javed جاوید 6, Akram اکرم 5, Aslam اسلم 5, Anwar انور 5, Ashraf اشرف 5
  Akbar اکبر 4, Afzal افضل 4, Iqbal اقبال 6, Riaz ریاض 5, Ijaz اعجاز 5, Fayyaz فیاض 3, Mumtaz ممتاز 2, Sarfraz سرفراز 3
  Nawaz نواز 4, Shahbaz شہباز 3, Faisal فیصل 6, Sohail سہیل 5, Shoaib شعیب 4, Zubair زبیر 4, Junaid جنید 4, Hamza حمزہ 6
  Talha طلحہ 4, Saad سعد 4, Hamid حامد 4, Majeed مجید 3, Bashir بشیر 4, Nazir نذیر 4, Munir منیر 4, Zaheer ظہیر 3
  Waqas وقاص 5, Waqar وقار 4, Fahad فہد 4, Danish دانش 3, Zeeshan ذیشان 5, Noman نعمان 5, Salman سلمان 5, Haroon ہارون 4
  Yousaf یوسف 4, Younas یونس 4, Ibrahim ابراہیم 4, Ismail اسماعیل 4, Yaqoob یعقوب 3, Idrees ادریس 3, Haider حیدر 4, Abbas عباس 4
`)

const women = parse(`
  Fatima فاطمہ 12, Ayesha عائشہ 11, Maryam مریم 9, Khadija خدیجہ 6, Zainab زینب 8, Amna آمنہ 7, Hina حنا 5, Sana ثنا 6
  Sadia سعدیہ 6, Saima صائمہ 6, Shazia شازیہ 7, Nazia نازیہ 6, Rabia رابعہ 6, Asma اسماء 6, Uzma عظمیٰ 5, Bushra بشریٰ 6
  Rukhsana رخسانہ 6, Shabana شبانہ 5, Farzana فرزانہ 5, Rizwana رضوانہ 4, Nasreen نسرین 6, Parveen پروین 6, Yasmeen یاسمین 5
  Shaheen شاہین 4, Kausar کوثر 5, Naheed ناہید 4, Nighat نگہت 4, Samina ثمینہ 6, Tahira طاہرہ 5, Zahida زاہدہ 4, Sajida ساجدہ 4
  Abida عابدہ 4, Khalida خالدہ 4, Shahida شاہدہ 4, Rashida راشدہ 3, Saeeda سعیدہ 3, Hameeda حمیدہ 3, Nasira ناصرہ 3, Amina امینہ 5
  Iqra اقرا 6, Kiran کرن 5, Mehwish مہوش 4, Sidra سدرہ 5, Anum انعم 4, Komal کومل 4, Sumaira سمیرا 5, Sobia ثوبیہ 4
  Noreen نورین 5, Shagufta شگفتہ 4, Musarrat مسرت 4, Razia رضیہ 5, Zubaida زبیدہ 4, Jamila جمیلہ 4, Salma سلمیٰ 5, Najma نجمہ 4
  Naila نائلہ 4, Lubna لبنیٰ 4, Huma ہما 3, Fozia فوزیہ 5, Robina روبینہ 4, Gulshan گلشن 3, Nusrat نصرت 5, Irum ارم 3
`)

const manSeconds = parse(`
  Khan خان 12, Ahmed احمد 10, Ali علی 9, Hussain حسین 9, Shah شاہ 4, Iqbal اقبال 4, Mehmood محمود 6, Akhtar اختر 3
  Abbas عباس 5, Raza رضا 4, Hassan حسن 4, Nawaz نواز 3, Haider حیدر 3, Anwar انور 2, Farooq فاروق 3, Latif لطیف 2, Rehman رحمن 3
`)

const womanSeconds = parse(
  `Bibi بی بی 30, Begum بیگم 12, Khatoon خاتون 6, Akhtar اختر 8, Kausar کوثر 4, Jan جان 4, Noor نور 3, Nisa نساء 2`,
)

const families = parse(`
  Awan اعوان 9, Abbasi عباسی 9, Malik ملک 9, Raja راجہ 8, Chaudhry چوہدری 7, Satti ستی 6, Mughal مغل 6, Qureshi قریشی 6
  Khan خان 10, Butt بٹ 5, Mir میر 3, Sheikh شیخ 5, Bhatti بھٹی 6, Janjua جنجوعہ 4, Gujjar گجر 4, Kiani کیانی 5, Mirza مرزا 4
  Hashmi ہاشمی 4, Siddiqui صدیقی 4, Ansari انصاری 4, Yousafzai یوسفزئی 4, Khattak خٹک 4, Afridi آفریدی 3, Baloch بلوچ 2
  Dar ڈار 3, Rana رانا 4, Minhas منہاس 2, Gondal گوندل 2, Tanoli تنولی 3, Swati سواتی 2
`)

const given = { male: weighted(men), female: weighted(women) }
const second = { male: weighted(manSeconds), female: weighted(womanSeconds) }
const family = weighted(families)

const glue = (first: Bilingual, last: Bilingual): Bilingual =>
  first.en === last.en ? first : { en: `${first.en} ${last.en}`, ur: `${first.ur} ${last.ur}` }

/** The family name of a household; some have none. */
export function familyName(random: Random): Bilingual | undefined {
  return random.unit() < 0.55 ? family.at(random.unit()) : undefined
}

/** A person's name: given name, often a second one, and the family's where the person uses it. */
export function personName(gender: 'male' | 'female', random: Random, ofFamily?: Bilingual): Bilingual {
  const first = given[gender].at(random.unit())
  // Muhammad is nearly never the whole of a name.
  const needsSecond = first.en === 'Muhammad' || random.unit() < (gender === 'male' ? 0.45 : 0.6)
  if (first.en === 'Muhammad') return glue(glue(first, nextGiven(random)), ofFamily ?? second.male.at(random.unit()))
  if (needsSecond) return glue(first, second[gender].at(random.unit()))
  return ofFamily !== undefined && gender === 'male' ? glue(first, ofFamily) : first
}

function nextGiven(random: Random): Bilingual {
  let found = given.male.at(random.unit())
  while (found.en === 'Muhammad') found = given.male.at(random.unit())
  return found
}
