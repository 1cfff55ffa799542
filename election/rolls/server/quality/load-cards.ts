import { nameForm, type NameForm } from '../../core/names/name-agreement.ts'
import { foldName } from '../../core/names/word-sound.ts'
import { numbers, texts, type WorkTable } from './work-table.ts'

/**
 * The columns of a file of cards, in their order, and their types. Only cards on the roll: each has a block and a
 * household. In the tables a birth is year × 10,000 + month × 100 + day.
 */
const cardColumns = {
  cnic: 'bigint',
  gender: 'varchar',
  relation: 'varchar',
  card: 'varchar',
  status: 'varchar',
  birth: 'date',
  block: 'integer',
  household: 'integer',
  permanent_block: 'integer',
  temporary_block: 'integer',
  posting_block: 'integer',
  name: 'varchar',
  relation_name: 'varchar',
  address: 'varchar',
} as const

/** How often each thing stands in the register; the index is the number of the spelling, the sound or the word. */
export interface Shares {
  readonly cards: number
  readonly spellings: readonly string[]
  readonly forms: readonly NameForm[]
  /** Share of a word among all words of names. */
  wordShare(word: string): number
  /** Spellings that only a keyboard or an encoding tells apart have one number. */
  readonly text: Int32Array
  readonly key: Int32Array
  readonly core: Int32Array
  readonly last: Int32Array
  readonly asName: { readonly text: Float64Array; readonly key: Float64Array; readonly core: Float64Array }
  readonly asRelation: {
    readonly text: Float64Array
    readonly key: Float64Array
    readonly core: Float64Array
    readonly last: Float64Array
  }
}

/** Numbers for texts, from 0 in the order in which they come. */
function numbering(): { of(text: string): number; readonly count: () => number } {
  const known = new Map<string, number>()
  return {
    of(text) {
      const found = known.get(text)
      if (found !== undefined) return found
      known.set(text, known.size)
      return known.size - 1
    },
    count: () => known.size,
  }
}

/**
 * Reads the cards and makes of them the tables `card` (as read), `spelling` (each text of a name once) and `person`
 * (numbers only: what pairs are looked for in). Names are taken apart once a spelling, not once a card.
 */
export async function loadCards(work: WorkTable, file: string): Promise<Shares> {
  const columns = Object.entries(cardColumns)
    .map(([name, type]) => `'${name}': '${type}'`)
    .join(', ')
  await work.run(`create table card as
    select * replace ((year(birth) * 10000 + month(birth) * 100 + day(birth))::integer as birth)
    from read_csv('${file}', header = false, auto_detect = false, columns = {${columns}}, delim = '\t', quote = '',
      escape = '', nullstr = '\\N')`)
  await work.run(`create table spelling as
    select (row_number() over () - 1)::integer as id, text, sum(own)::integer as own, sum(relation)::integer as relation
    from (select name as text, count(*) as own, 0 as relation from card group by 1
      union all select relation_name, 0, count(*) from card group by 1)
    group by text`)
  const shares = await soundOut(work)
  await work.run(`create table person as
    select (row_number() over () - 1)::integer as id, c.cnic, ascii(c.gender)::integer as gender,
      ascii(c.relation)::integer as relation, c.birth, c.block, c.household, c.permanent_block,
      hash(c.permanent_block, c.address)::ubigint as house, n.id as name, r.id as relation_name,
      ns.key as name_key, ns.core as name_core, ns.initial as name_initial,
      rs.key as relation_key, rs.core as relation_core, rs.initial as relation_initial
    from card c join spelling n on n.text = c.name join spelling r on r.text = c.relation_name
      join sound ns on ns.id = n.id join sound rs on rs.id = r.id`)
  return shares
}

/** Takes every spelling apart and makes the table `sound` of it: the numbers by which spellings are compared. */
async function soundOut(work: WorkTable): Promise<Shares> {
  await work.run('create table sound (id integer, key integer, core integer, initial integer)')
  const words = new Map<string, number>()
  const spellings: string[] = []
  let wordCount = 0
  const [letters, keys, cores] = [numbering(), numbering(), numbering()]
  const forms: NameForm[] = []
  const text: number[] = []
  const key: number[] = []
  const core: number[] = []
  const last: number[] = []
  const own: number[] = []
  const relation: number[] = []
  for await (const chunk of work.chunks('select text, own, relation from spelling order by id')) {
    const [owns, relations] = [numbers(chunk, 1), numbers(chunk, 2)]
    for (const [i, spelling] of texts(chunk, 0).entries()) {
      const form = nameForm(spelling)
      const [asOwn, asRelation] = [owns[i] ?? 0, relations[i] ?? 0]
      spellings.push(spelling)
      forms.push(form)
      text.push(letters.of(foldName(spelling).replaceAll(' ', '')))
      key.push(keys.of(form.letters))
      core.push(cores.of(form.core))
      last.push(cores.of(form.sounds.at(-1) ?? ''))
      own.push(asOwn)
      relation.push(asRelation)
      for (const word of spelling.split(' ')) {
        words.set(word, (words.get(word) ?? 0) + asOwn + asRelation)
        wordCount += asOwn + asRelation
      }
    }
  }
  await work.fill(
    'sound',
    forms.entries().map(([id, form]) => [id, key[id] ?? 0, core[id] ?? 0, form.core.charCodeAt(0) || 0]),
  )
  const counted = (counts: readonly number[]) => ({
    text: sumBy(text, counts, letters.count()),
    key: sumBy(key, counts, keys.count()),
    core: sumBy(core, counts, cores.count()),
  })
  return {
    cards: own.reduce((total, count) => total + count, 0),
    spellings,
    forms,
    wordShare: (word) => (words.get(word) ?? 1) / wordCount,
    text: Int32Array.from(text),
    key: Int32Array.from(key),
    core: Int32Array.from(core),
    last: Int32Array.from(last),
    asName: counted(own),
    asRelation: { ...counted(relation), last: sumBy(last, relation, cores.count()) },
  }
}

/** Adds counts up by the number that each has. */
function sumBy(numberOf: readonly number[], counts: readonly number[], size: number): Float64Array {
  const sums = new Float64Array(size)
  for (const [id, count] of counts.entries()) sums[numberOf[id] ?? 0] = (sums[numberOf[id] ?? 0] ?? 0) + count
  return sums
}
