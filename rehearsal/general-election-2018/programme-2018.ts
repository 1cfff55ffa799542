import { deriveProgramme, getLegalDate, getRulePack, parseRulePackId } from '@intikhab/law'

const packId = 'elections-act-2017@2018'

/** Eid al-Fitr of 2018: no day on which the Commission's offices were open. */
const holidays = ['2018-06-15', '2018-06-16', '2018-06-17', '2018-06-18']

/** The announcement of the General Election 2018 as the staff interface takes it. */
export function announcement2018(electionId: string): object {
  const id = parseRulePackId(packId)
  if (id === undefined) throw new Error(`there is no rule pack ${packId}`)
  const stages = deriveProgramme(getRulePack(id), {
    notifiedOn: getLegalDate('2018-05-31'),
    pollOn: getLegalDate('2018-07-25'),
    holidays: new Set(holidays.map(getLegalDate)),
  })
  return {
    id: electionId,
    nameEn: 'General Election 2018',
    nameUr: 'عام انتخابات 2018',
    kind: 'general',
    packId,
    assemblies: ['NA', 'PP', 'PS', 'PK', 'PB'],
    stages,
    holidays,
    reason: 'Rehearsal: the programme of 31 May 2018 with the poll of 25 July 2018',
    orderReference: null,
  }
}
