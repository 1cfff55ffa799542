/** Components and theme of the public pages: plain HTML from the server, readable before any script. Built by Vite; Node never imports this. */
export { Bar, Legend, Progress, StackedBar, type Part, type Tone } from './bars.tsx'
export { CheckThis, Command, fileProof, type FileProof } from './check-this.tsx'
export { Facts, Headlines, type Fact } from './facts.tsx'
export { Edition, Figure } from './figure.tsx'
export { Button, Field, ProblemSummary } from './form.tsx'
export { Breadcrumbs, Frame, type Assets } from './frame.tsx'
export { Code, Count, Day, Name, nameIn, Share, When } from './inline.tsx'
export { MapOfSeats, SeatTiles, type SeatShape } from './map-of-seats.tsx'
export { Empty, Notice, Tag, Unconfirmed, type NoticeKind, type TagTone } from './notice.tsx'
export {
  editionNote,
  publicPage,
  type AnyPublicPage,
  type EditionNote,
  type EditionReaderLike,
  type OpenEditionLike,
  type PageContext,
  type PublicPage,
  type ScreenProps,
  type Section,
  type Site,
  type SiteElection,
  type Witnessed,
} from './public-page.ts'
export { provinceName } from './provinces.ts'
export { readSeatMap, type SeatMap } from './seat-map.ts'
export { Table, type Column, type TableProps } from './table.tsx'
export { words } from './words.ts'
