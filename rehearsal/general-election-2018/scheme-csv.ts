import { csvLine } from './feed-csv.ts'
import type { SourceSeat } from './source.ts'
import type { PlannedStation } from './stations.ts'

/** The columns of the published polling scheme of 2018, which the importer reads. */
const columns =
  'file,province,constituency,serial,ps_no,ps_name,male_booths,female_booths,total_booths,male_voters,female_voters,total_voters,lat,lon'

/** Voters of one booth at most. */
const boothNorm = 300

/** Provinces as the scheme writes them, by assembly; the National Assembly's go by the seat. */
const provinces: Readonly<Record<string, string>> = {
  'Khyber Paktunkhwa': 'KPK',
  Punjab: 'Punjab',
  Sindh: 'Sindh',
  Balochistan: 'Balochistan',
  Islamabad: 'Islamabad',
}

/** The rehearsal's polling scheme as a file like the published one: the real stations and those that close each roll. */
export function* schemeLines(
  seats: Iterable<{ readonly seat: SourceSeat; readonly stations: readonly PlannedStation[] }>,
): Generator<string> {
  yield columns
  for (const { seat, stations } of seats) {
    const [assembly = '', number = ''] = seat.code.split('-')
    const province = provinces[seat.province] ?? seat.province
    const file = `rehearsal_${number}_${assembly === 'NA' ? 'NA' : 'PA'}`
    const constituency = `${assembly}- ${number} - ${seat.name}`
    for (const [i, station] of stations.entries()) {
      const { male, female } = station
      const booths = [Math.ceil(male / boothNorm), Math.ceil(female / boothNorm)] as const
      const cells = [file, province, constituency, i + 1, station.number, station.name, ...booths]
      cells.push(booths[0] + booths[1], male, female, male + female, station.lat, station.lon)
      yield csvLine(cells)
    }
  }
}
