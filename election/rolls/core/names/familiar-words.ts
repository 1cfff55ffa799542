import { foldName } from './word-sound.ts'

/**
 * Words of names whose sound the letters do not give: written in many ways, shortened, or so common that two of them must
 * stay apart (حسن and حسین, محمد and محمود, سید and سعید). A line: the sound, then the spellings.
 */
const lines = `
LL اللہ allah ullah alah ulah
ABD عبد عبدال عبدل abd abdul abdur abdus abdal abdel abdu
DN دین din deen uddin uddeen
MMD محمد muhammad mohammad muhammed mohammed mohamad mohamed muhamad muhamamd mohamud mohd mohd muhd md م ایم m
HSNYN حسنین hasnain hussnain husnain hassnain
MMWD محمود mahmood mehmood mahmud mehmud mahmod mehmod
HSYN حسین hussain husain hussein husein hossain hosain
SYD سید سیدہ syed sayed sayyed sayyid syeda sayeda saiyed
CT چٹھہ چٹھا چٹہ chattha chatha chatta
CDR چوہدری چودہری چوہدرے چودری chaudhry chaudhary chaudhri choudhry choudhary chowdhry chowdhury chaudary chaudry chaudhery chudhary ch چ
BKX بخش bakhsh baksh buksh bukhsh bux bakhash
ANWR انور anwar anwer anver anvar
SRWR سرور sarwar sarwer server sarver
MNWR منور munawar munawer munawwar munwar
SRWT ثروت سروت sarwat servat sarvat
MRWT مروت marwat marvat
KNWR کنور kanwar kunwar kanwer
KNWL کنول kanwal kanwel kunwal
ASWD اسود aswad
TSWR تصور tasawar tasawwar tasawur
KXWR کشور kishwar
DWD داود داؤد dawood daud dawud daood
ASK اسحاق اسحق ishaq ishaque ishak
ZLFKR ذوالفقار زوالفقار zulfiqar zulfikar zulfqar zulfeqar
ZLKRNN ذوالقرنین زوالقرنین zulqarnain
PNWR پنہور panhwar
MWX مہوش mehwish mahwish
AWL اول awal awwal
JWR جوہر johar jauhar jowhar jawhar
GWR گوہر gohar gauhar
SBZD صاحبزادہ sahibzada sahabzada
MSTF مصطفی مصطفا mustafa mustufa mostafa
`

const sounds = new Map<string, string>()
for (const line of lines.trim().split('\n')) {
  const [sound = '', ...spellings] = line.split(' ')
  for (const spelling of spellings) sounds.set(foldName(spelling), sound)
}

/** The sound of a folded word that is in the list. */
export const familiarSound = (folded: string): string | undefined => sounds.get(folded)

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldName))

/** Titles: part of how somebody is called, not of the name; dropped where a name follows them. */
export const titles = set(`
  حاجی الحاج حافظ قاری مولانا مولوی مفتی علامہ ڈاکٹر ڈاکٹرنی پروفیسر انجینیر کیپٹن میجر کرنل بریگیڈیر جنرل مسماۃ مسماہ مسمات مسز مس مسٹر جناب محترم محترمہ
  haji alhaj hafiz qari maulana molana moulana molvi maulvi mufti allama dr doctor prof professor engr engineer capt captain
  maj major col colonel brig brigadier gen general mst mrs mr ms miss mohtarma janab`)

/** What is said of the dead behind their name. */
export const suffixes = set('مرحوم مرحومہ late marhoom marhum')

/** The article between two words of an Arabic name, as Latin writes it: Zia ul Haq, Abd ur Rehman. */
export const articles = set('ال ul ur ud us un uz ush ut al ar as ad an el e')
