import { formatDay, formatPercent, say, type Language } from '@intikhab/kernel/language'
import {
  CheckThis,
  Count,
  editionNote,
  Figure,
  fileProof,
  Headlines,
  Legend,
  Name,
  Notice,
  provinceName,
  publicPage,
  StackedBar,
  Table,
  When,
} from '@intikhab/kernel/screens'
import type { EditionNote, Fact, FileProof, Part, ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { ageBands, type RollStatistics } from '../core/statistics.ts'
import { AgePyramid, counted, GenderTable } from './pyramid.tsx'
import { words } from './words.ts'

interface Published {
  readonly statistics: RollStatistics
  readonly note: EditionNote
  readonly proof: FileProof | undefined
}

interface Data {
  readonly published: Published | undefined
}

function headlines({ total, byGender, blocks, stations }: RollStatistics, language: Language): Fact[] {
  const { male, female } = byGender
  const facts: Fact[] = [
    { key: 'voters', name: say(language, words.voters), value: <Count n={total} language={language} /> },
  ]
  if (male !== null && female !== null)
    facts.push(
      {
        key: 'women',
        name: say(language, words.women),
        value: formatPercent(language, female, total),
        note: say(language, words.gapOf, { total }),
      },
      { key: 'gap', name: say(language, words.gap), value: <Count n={Math.abs(male - female)} language={language} /> },
    )
  facts.push({ key: 'blocks', name: say(language, words.blocks), value: <Count n={blocks} language={language} /> })
  if (stations !== null && stations > 0)
    facts.push({
      key: 'stations',
      name: say(language, words.stations),
      value: <Count n={stations} language={language} />,
      note: say(language, words.perStation, { n: Math.round(total / stations) }),
    })
  return facts
}

function genderParts({ byGender }: RollStatistics, language: Language): Part[] {
  const { male, female, other } = byGender
  return [
    { key: 'male', label: say(language, words.men), n: male ?? 0, tone: 'male' as const },
    { key: 'female', label: say(language, words.women), n: female ?? 0, tone: 'female' as const },
    { key: 'other', label: say(language, words.others), n: other ?? 0, tone: 'other' as const },
  ].filter(({ n }) => n > 0)
}

function DistrictsByAge({ statistics, language }: { statistics: RollStatistics; language: Language }): ReactNode {
  const districts = new Map(statistics.byDistrict.map((district) => [district.code, district]))
  return (
    <Table
      caption={say(language, words.byDistrictAndAge)}
      hideCaption
      language={language}
      rows={statistics.byDistrictAndAge}
      rowKey={({ code }) => code}
      tools
      columns={[
        {
          key: 'district',
          head: say(language, words.district),
          names: true,
          cell: ({ code }) => {
            const district = districts.get(code)
            return <Name text={{ en: district?.nameEn ?? code, ur: district?.nameUr ?? code }} language={language} />
          },
        },
        ...ageBands.map((band, index) => ({
          key: band,
          head: band,
          numeric: true,
          cell: ({ voters }: { readonly voters: readonly (number | null)[] }) =>
            counted(voters[index] ?? null, language),
        })),
      ]}
    />
  )
}

function StatisticsScreen({ data, language }: ScreenProps<Data>): ReactNode {
  const { published } = data
  if (published === undefined)
    return (
      <>
        <h1>{say(language, words.title)}</h1>
        <Notice title={say(language, words.none)} />
      </>
    )
  const { statistics, note, proof } = published
  const { total } = statistics
  const parts = genderParts(statistics, language)
  const genders = say(language, words.genderBar, {
    men: counted(statistics.byGender.male, language),
    women: counted(statistics.byGender.female, language),
  })
  const shared = { edition: note, language }
  const ofAll = say(language, words.ofAll, { total })
  return (
    <>
      <div className="page-head">
        <h1>{say(language, words.title)}</h1>
        <p className="lead">
          <Name text={{ en: statistics.nameEn, ur: statistics.nameUr }} language={language} />
        </p>
        <p className="caption">
          {say(language, words.qualifying, { day: formatDay(language, statistics.qualifyingDate) })}{' '}
          <When at={statistics.asOf} language={language} />
        </p>
      </div>
      <Headlines facts={headlines(statistics, language)} />
      <div className="columns even">
        <Figure
          title={say(language, words.byAge)}
          denominator={say(language, words.byAgeDenominator, { total })}
          {...shared}
        >
          <StackedBar parts={parts} of={total} label={genders} />
          <Legend parts={parts} language={language} />
          <AgePyramid statistics={statistics} language={language} />
        </Figure>
        <Figure title={say(language, words.byProvince)} denominator={ofAll} {...shared}>
          <GenderTable
            caption={say(language, words.byProvince)}
            head={say(language, words.province)}
            rows={statistics.byProvince}
            keyOf={({ province }) => province}
            nameOf={({ province }) => <Name text={provinceName(province)} language={language} />}
            whole={statistics.byGender}
            language={language}
          />
        </Figure>
      </div>
      <Figure title={say(language, words.byDistrict)} denominator={ofAll} {...shared}>
        <GenderTable
          caption={say(language, words.byDistrict)}
          head={say(language, words.district)}
          rows={statistics.byDistrict}
          keyOf={({ code }) => code}
          nameOf={({ nameEn, nameUr }) => <Name text={{ en: nameEn, ur: nameUr }} language={language} />}
          whole={statistics.byGender}
          language={language}
        />
      </Figure>
      <Figure title={say(language, words.byDistrictAndAge)} denominator={ofAll} {...shared}>
        <DistrictsByAge statistics={statistics} language={language} />
      </Figure>
      {statistics.hiddenCells === 0 ? null : (
        <p className="caption">
          {say(language, words.hidden, { least: statistics.leastPublished, cells: statistics.hiddenCells })}
        </p>
      )}
      {proof === undefined ? null : <CheckThis edition={note} file={proof} language={language} />}
    </>
  )
}

/** The rolls in numbers, by gender, age, province and district. */
export const statisticsPage = publicPage<Data>({
  path: '/rolls',
  section: 'rolls',
  async load(editions, _params, { site }) {
    const edition = site.rollId === null ? undefined : await editions.latest(`rolls-${site.rollId}`)
    const statistics = await edition?.json<RollStatistics>('statistics.json')
    if (edition === undefined || statistics === undefined) return { published: undefined }
    return { published: { statistics, note: editionNote(edition), proof: fileProof(edition, 'statistics.json') } }
  },
  title: (_data, language) => say(language, words.title),
  Screen: StatisticsScreen,
})
