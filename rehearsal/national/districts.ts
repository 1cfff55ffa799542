/** A region whose voters of 2024 are known. The tribal districts belong to Khyber Pakhtunkhwa since May 2018. */
export const regions = ['punjab', 'sindh', 'khyber-pakhtunkhwa', 'balochistan', 'islamabad'] as const
export type Region = (typeof regions)[number]

/** A district of the census of 2017. */
export interface CensusDistrict {
  /** As the table of the census is named, its misspellings too; `_` is a blank. */
  readonly table: string
  /** The code under which the rolls know it, e.g. `dera-ghazi-khan`. */
  readonly code: string
  readonly nameEn: string
  readonly nameUr: string
  readonly region: Region
  /** People of 2017 in hundred thousands, rounded: the shape of the country where the census is not at hand. */
  readonly weight: number
}

/** `Name | in Urdu | hundred thousand people | its table, where that is named otherwise`. Written down for this project. */
const written: Readonly<Record<Region, string>> = {
  punjab: `Attock|اٹک|19, Bahawalnagar|بہاولنگر|30, Bahawalpur|بہاولپور|37, Bhakkar|بھکر|17, Chakwal|چکوال|15, Chiniot|چنیوٹ|14
    Dera Ghazi Khan|ڈیرہ غازی خان|29|DGK, Faisalabad|فیصل آباد|79, Gujranwala|گوجرانوالہ|50, Gujrat|گجرات|28, Hafizabad|حافظ آباد|12
    Jhang|جھنگ|27, Jhelum|جہلم|12, Kasur|قصور|35, Khanewal|خانیوال|29, Khushab|خوشاب|13, Lahore|لاہور|111, Layyah|لیہ|18
    Lodhran|لودھراں|17, Mandi Bahauddin|منڈی بہاؤالدین|16, Mianwali|میانوالی|15, Multan|ملتان|47
    Muzaffargarh|مظفر گڑھ|43|MUZAFFARGHAR, Nankana Sahib|ننکانہ صاحب|14, Narowal|نارووال|17, Okara|اوکاڑہ|30, Pakpattan|پاکپتن|18
    Rahim Yar Khan|رحیم یار خان|48, Rajanpur|راجن پور|20, Rawalpindi|راولپنڈی|54, Sahiwal|ساہیوال|25, Sargodha|سرگودھا|37
    Sheikhupura|شیخوپورہ|35, Sialkot|سیالکوٹ|39, Toba Tek Singh|ٹوبہ ٹیک سنگھ|22, Vehari|وہاڑی|29|VERAHI`,
  sindh: `Badin|بدین|18, Dadu|دادو|16, Ghotki|گھوٹکی|16, Hyderabad|حیدر آباد|22, Jacobabad|جیکب آباد|10, Jamshoro|جامشورو|10
    Qambar Shahdadkot|قمبر شہداد کوٹ|13|KAMBAR SHAHDAD KOT, Karachi Central|کراچی وسطی|30, Karachi East|کراچی شرقی|29
    Karachi South|کراچی جنوبی|18, Karachi West|کراچی غربی|39, Kashmore|کشمور|11|KASHMOR, Khairpur|خیرپور|24, Korangi|کورنگی|25
    Larkana|لاڑکانہ|15, Malir|ملیر|20, Matiari|مٹیاری|8, Mirpur Khas|میرپور خاص|15
    Naushahro Feroze|نوشہرو فیروز|16, Sanghar|سانگھڑ|21, Shaheed Benazirabad|شہید بینظیر آباد|16
    Shikarpur|شکارپور|12, Sujawal|سجاول|8, Sukkur|سکھر|15, Tando Allahyar|ٹنڈو الہیار|8|TADO ALLAHYAR
    Tando Muhammad Khan|ٹنڈو محمد خان|7, Tharparkar|تھرپارکر|16, Thatta|ٹھٹہ|10, Umerkot|عمرکوٹ|11|UMER KOT`,
  'khyber-pakhtunkhwa': `Abbottabad|ایبٹ آباد|13, Bajaur|باجوڑ|11, Bannu|بنوں|12, Battagram|بٹگرام|5|BATAGRAM
    Buner|بونیر|9|BUNNER, Charsadda|چارسدہ|16|CHARSADA, Chitral|چترال|4, Dera Ismail Khan|ڈیرہ اسماعیل خان|16, Hangu|ہنگو|5
    Haripur|ہری پور|10, Karak|کرک|7, Khyber|خیبر|10|KHYBER AGENCY, Kohat|کوہاٹ|10, Kohistan|کوہستان|8, Kurram|کرم|6|KURRAM AGENCY
    Lakki Marwat|لکی مروت|9, Lower Dir|لوئر دیر|14, Malakand|مالاکنڈ|7|MALAKAND PROTECTED AREA, Mansehra|مانسہرہ|16
    Mardan|مردان|24, Mohmand|مہمند|5|MOHMAD AGENCY, North Waziristan|شمالی وزیرستان|5|NORTH WAZIRISTAN AGENCY
    Nowshera|نوشہرہ|15, Orakzai|اورکزئی|3, Peshawar|پشاور|43, Shangla|شانگلہ|8
    South Waziristan|جنوبی وزیرستان|7|SOUTH WAZIRISTAN AGENCY, Swabi|صوابی|16, Swat|سوات|23, Tank|ٹانک|4, Torghar|تورغر|2
    Upper Dir|اپر دیر|9, FR Bannu|ایف آر بنوں|0.4, FR Dera Ismail Khan|ایف آر ڈیرہ اسماعیل خان|0.7|FR DIKHAN, FR Kohat|ایف آر کوہاٹ|1
    FR Lakki Marwat|ایف آر لکی مروت|0.3, FR Peshawar|ایف آر پشاور|0.6, FR Tank|ایف آر ٹانک|0.4`,
  balochistan: `Awaran|آواران|1, Barkhan|بارکھان|2, Chagai|چاغی|2, Dera Bugti|ڈیرہ بگٹی|3, Gwadar|گوادر|3, Harnai|ہرنائی|1
    Jaffarabad|جعفر آباد|5, Jhal Magsi|جھل مگسی|1, Kachhi|کچھی|2, Kalat|قلات|4, Kech|کیچ|9, Kharan|خاران|2, Khuzdar|خضدار|8
    Killa Abdullah|قلعہ عبداللہ|8, Killa Saifullah|قلعہ سیف اللہ|3, Kohlu|کوہلو|2, Lasbela|لسبیلہ|6, Lehri|لہڑی|1, Loralai|لورالائی|4
    Mastung|مستونگ|3, Musakhel|موسیٰ خیل|2, Nasirabad|نصیر آباد|5, Nushki|نوشکی|2, Panjgur|پنجگور|3, Pishin|پشین|7, Quetta|کوئٹہ|23
    Sherani|شیرانی|2, Sibi|سبی|1, Sohbatpur|صحبت پور|2, Washuk|واشک|2, Zhob|ژوب|3, Ziarat|زیارت|2`,
  islamabad: `Islamabad|اسلام آباد|20`,
}

function parse(region: Region): CensusDistrict[] {
  return written[region].split(/\s*[\n,]\s*/).map((line) => {
    const [nameEn = '', nameUr = '', weight = '', table = nameEn.toUpperCase()] = line.split('|')
    return {
      table,
      code: nameEn.toLowerCase().replaceAll(' ', '-'),
      nameEn,
      nameUr,
      region,
      weight: Number(weight),
    }
  })
}

/** The 136 districts, region after region. */
export const censusDistricts: readonly CensusDistrict[] = regions.flatMap(parse)

const numbers = new Map(censusDistricts.map(({ table }, number) => [table, number]))

/** The number of a district in `censusDistricts`, by the name of its census table; undefined for none of the 136. */
export function findDistrictNumber(table: string): number | undefined {
  return numbers.get(table.replaceAll('_', ' '))
}
