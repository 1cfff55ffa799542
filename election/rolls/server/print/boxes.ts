import { openTypefaces, textBox, type TextBox, type TextStyle } from '@intikhab/nastaliq-pdf'
import { measure, padding, widthOf } from './sheet.ts'

type Size = Pick<TextStyle, 'size' | 'latinSize' | 'lineHeight'>

/** Nastaliq's lines are twice its size apart; figures beside it are a little smaller. */
const urdu = (size: number, lines = 2.1): Size => ({ size, latinSize: size * 0.94, lineHeight: size * lines })
const figures = (size: number): Size => ({ size, lineHeight: size * 1.4 })

function cell(size: Size, width: number, rest: Partial<TextStyle> = {}): TextStyle {
  return { weight: 'regular', direction: 'rtl', align: 'start', ...size, ...rest, width: width - 2 * padding }
}

const middle = { align: 'middle' } as const
const bold = { weight: 'bold' } as const

const styles = {
  title: cell(urdu(15), 210, bold),
  gender: cell(urdu(13), 150, { ...bold, ...middle }),
  block: cell(figures(15), 170, { ...bold, direction: 'ltr', align: 'start' }),
  label: cell(urdu(7.5), 100),
  value: cell(urdu(9.5), measure, bold),
  column: cell(urdu(7.5, 2), 60, middle),
  serial: cell(figures(11), widthOf.serial, { ...bold, ...middle }),
  household: cell(figures(10), widthOf.household, middle),
  name: cell(urdu(10.5, 2), widthOf.name, bold),
  relation: cell(urdu(8), 34),
  cnic: cell(figures(10.2), widthOf.cnic + 4, { ...middle, direction: 'ltr' }),
  age: cell(figures(10), widthOf.age + 4, middle),
  address: cell(urdu(8.2), widthOf.address),
  mark: cell(urdu(9), widthOf.thumb, { ...bold, ...middle }),
  foot: cell(urdu(7.5), 190),
  footMiddle: cell(urdu(8), 160, middle),
  hash: cell(figures(5.6), 260, { direction: 'ltr' }),
  coverTitle: cell(urdu(24), measure, { ...bold, ...middle }),
  coverLine: cell(urdu(15), measure, { ...bold, ...middle }),
  coverBlock: cell(urdu(13), measure, middle),
  commission: cell(urdu(12), measure, middle),
  total: cell(urdu(11), 330),
  totalStrong: cell(urdu(11.5), 330, bold),
  figure: cell(figures(12), 110, { direction: 'ltr', align: 'end' }),
  figureStrong: cell(figures(13.5), 110, { ...bold, direction: 'ltr', align: 'end' }),
  slipTitle: cell(urdu(9), 200),
  slipName: cell(urdu(12.5), 200, bold),
  slipValue: cell(urdu(8.6), 200),
  slipLabel: cell(urdu(8, 1.9), 110, middle),
  slipSerial: cell({ size: 30, lineHeight: 35 }, 120, { ...bold, ...middle, direction: 'ltr' }),
  slipFigures: cell(figures(9.5), 130, { direction: 'ltr', align: 'end' }),
  signature: cell(urdu(9.5), 120),
} satisfies Record<string, TextStyle>

/** The boxes in which the list's texts are set; `fit` makes those whose width is only known from the list. */
export interface Boxes extends Readonly<Record<keyof typeof styles, TextBox>> {
  /** The same style in another width, padding included. */
  fit(style: keyof typeof styles, width: number): TextBox
}

let opened: Promise<Boxes> | undefined

async function open(): Promise<Boxes> {
  const typefaces = await openTypefaces()
  const made = Object.entries(styles).map(([name, style]) => [name, textBox(typefaces, style)] as const)
  const fitted = new Map<string, TextBox>()
  return {
    ...(Object.fromEntries(made) as Record<keyof typeof styles, TextBox>),
    fit: (name, width) => {
      const key = `${name} ${width}`
      const known = fitted.get(key)
      if (known !== undefined) return known
      const box = textBox(typefaces, { ...styles[name], width: width - 2 * padding })
      fitted.set(key, box)
      return box
    },
  }
}

/** Opened once a thread: what the boxes have set they remember from list to list. */
export function openBoxes(): Promise<Boxes> {
  opened ??= open()
  return opened
}
