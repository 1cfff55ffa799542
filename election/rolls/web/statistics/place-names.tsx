import { formatList, say, type Language, type Text } from '@intikhab/kernel/language'
import { Code, Name, nameIn, provinceName, type Column } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { noSeat, type Line, type TableLevel } from '../../core/statistics/published-table.ts'
import { rollPaths, type OpenStatistics } from './load.ts'
import { words } from './words.ts'

const placeWords: Readonly<Record<TableLevel, Text>> = {
  provinces: words.province,
  districts: words.district,
  nationalSeats: words.seat,
  provincialSeats: words.seat,
}

function nameAt(open: OpenStatistics, level: TableLevel, code: string): Text {
  if (code === noSeat) return words.noSeat
  return level === 'provinces' ? provinceName(code) : open.nameOf(code)
}

/** The places of a line, linked to their pages; where they are several, that they are counted together. */
function PlaceNames(props: { open: OpenStatistics; level: TableLevel; line: Line; language: Language }): ReactNode {
  const { open, level, line, language } = props
  const isSeat = level === 'nationalSeats' || level === 'provincialSeats'
  return (
    <>
      {line.areas.map((code, i) => {
        const name = <Name text={nameAt(open, level, code)} language={language} />
        const href = level === 'districts' ? rollPaths.district(code) : rollPaths.seat(code)
        const isLinked = level !== 'provinces' && code !== noSeat
        return (
          <span key={code} className="counted-place">
            {i === 0 ? null : ' + '}
            {isSeat && code !== noSeat ? <Code>{code}</Code> : null}{' '}
            {isLinked ? <a href={`/${language}${href}`}>{name}</a> : name}
          </span>
        )
      })}
      {line.areas.length === 1 ? null : <small className="counted-together">{say(language, words.together)}</small>}
    </>
  )
}

/** The column of a table in which its places are named. */
export function placeColumn(open: OpenStatistics, level: TableLevel, language: Language): Column<Line> {
  return {
    key: 'place',
    head: say(language, placeWords[level]),
    names: true,
    cell: (line) => <PlaceNames open={open} level={level} line={line} language={language} />,
  }
}

/** The places of a line in one text. */
export function placeText(open: OpenStatistics, level: TableLevel, line: Line, language: Language): string {
  return formatList(
    language,
    line.areas.map((code) => nameIn(language, nameAt(open, level, code))),
  )
}
