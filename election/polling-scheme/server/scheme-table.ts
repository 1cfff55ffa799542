import { text, wholeNumber, type TableShape } from '@intikhab/kernel/tables'

/** A row of the published scheme, its columns named as in the file. */
export interface SchemeColumns {
  file: string
  province: string
  constituency: string
  serial: number
  ps_no: number
  ps_name: string
  male_booths: number
  female_booths: number
  total_booths: number
  male_voters: number
  female_voters: number
  total_voters: number
  lat: string
  lon: string
}

const count = wholeNumber({ most: 100_000 })
const place = wholeNumber({ least: 1, most: 9999 })

export const schemeTable: TableShape<SchemeColumns> = {
  columns: {
    file: text({ limit: 60 }),
    province: text({ limit: 60 }),
    constituency: text({ limit: 120 }),
    serial: place,
    ps_no: place,
    ps_name: text({ limit: 300 }),
    male_booths: count,
    female_booths: count,
    total_booths: count,
    male_voters: count,
    female_voters: count,
    total_voters: count,
    // Text: coordinates that are none are a finding about the station, not a fault of the file.
    lat: text({ limit: 40, mayBeEmpty: true }),
    lon: text({ limit: 40, mayBeEmpty: true }),
  },
}
