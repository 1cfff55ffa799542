import { testRecount, testWomenTurnout, type RulePack } from '@intikhab/law'
import type { ContestBook } from './contest-book.ts'
import type {
  ContestResult,
  ContestTotals,
  Finding,
  LegalTest,
  SeatLine,
  SeatState,
  StationCounters,
} from './edition.ts'
import { finding } from './findings.ts'
import { standingsOf, votesOf } from './standings.ts'

/** How far a seat has come. A correction after Form-48 or 49 leaves the document standing until a new one is made. */
function seatStateOf(book: ContestBook): SeatState {
  if (book.facts.noCount !== null) return 'no-count'
  if (book.documents.some(({ form }) => form === '49')) return 'declared'
  if (book.documents.some(({ form }) => form === '48')) return 'consolidated'
  if (book.sums.counts === 0) return 'awaited'
  return book.sums.counts >= book.stationsExpected ? 'counted' : 'counting'
}

/** The sums of a seat, postal row included. */
export function totalsOf(book: ContestBook): ContestTotals {
  const { sums, postal } = book
  return {
    valid: votesOf(book).reduce((sum, votes) => sum + votes, 0),
    statedValid: sums.statedValid + (postal?.valid ?? 0),
    excluded: sums.excluded + (postal?.excluded ?? 0),
    tendered: sums.tendered,
    challenged: sums.challenged,
    polled: {
      male: sums.polledMale,
      female: sums.polledFemale,
      other: sums.polledOther,
      total: sums.polledTotal,
    },
    registered: book.facts.registered,
    registeredReceived: { male: sums.registeredMale, female: sums.registeredFemale, total: sums.registeredTotal },
  }
}

function countersOf(book: ContestBook): StationCounters {
  const { counts, accounts, corrected } = book.sums
  return { expected: book.stationsExpected, received: counts, accounts, corrected, setAside: book.setAside.length }
}

/**
 * The checks of the seat as a whole: its forms against themselves and against the roll. They warn and never block:
 * what blocks is the station's form that brought the difference in, until it is corrected or confirmed.
 */
function contestFindings(totals: ContestTotals): Finding[] {
  const found: Finding[] = []
  const { valid, statedValid, excluded, polled, registered } = totals
  if (valid !== statedValid) found.push(finding('sum-of-candidates', { sum: valid, stated: statedValid }))
  if (polled.total > registered) found.push(finding('polled-above-registered', { polled: polled.total, registered }))
  const ballots = statedValid + excluded
  if (ballots > registered) found.push(finding('ballots-above-registered', { ballots, registered }))
  return found.map(({ code, figures }) => ({ code, level: 'warn', figures }))
}

/**
 * Recount and women's turnout as they would apply to the figures at hand. Total votes polled (s.95(5)) are taken as the
 * ballots found, valid and excluded: the count of voters struck off may be wrong by itself.
 */
function legalTestsOf(book: ContestBook, pack: RulePack): LegalTest[] {
  const totals = totalsOf(book)
  const { leader, runnerUp } = standingsOf(book)
  const tests: LegalTest[] = []
  if (leader !== null && runnerUp !== null) {
    const figures = {
      winnerVotes: leader.votes,
      runnerUpVotes: runnerUp.votes,
      polled: totals.valid + totals.excluded,
      excluded: totals.excluded,
    }
    const assembly = book.facts.assembly === 'NA' ? 'NA' : 'PA'
    const { margin, tests: made } = testRecount(pack, { assembly, ...figures })
    const [byMargin, byExcluded] = made
    tests.push(
      {
        name: 'recount-margin',
        applies: byMargin.passed,
        section: byMargin.section,
        unconfirmed: byMargin.unconfirmed,
        figures: { margin, polled: figures.polled, percent: byMargin.percent, cap: byMargin.cap },
      },
      {
        name: 'recount-excluded',
        applies: byExcluded.inForce ? byExcluded.passed : null,
        section: byExcluded.section,
        unconfirmed: byExcluded.unconfirmed,
        figures: { margin, excluded: figures.excluded },
      },
    )
  }
  const { female, total } = totals.polled
  if (total > 0 && female <= total) {
    const women = testWomenTurnout(pack, { womenPolled: female, polled: total })
    tests.push({
      name: 'women-turnout',
      applies: women.belowThreshold,
      section: women.section,
      unconfirmed: women.unconfirmed,
      figures: { womenPolled: female, polled: total, thresholdPercent: women.thresholdPercent },
    })
  }
  return tests
}

/** `contests/<contestId>.json` out of a seat's book. */
export function contestResultOf(
  book: ContestBook,
  election: { readonly id: string; readonly pack: RulePack },
): ContestResult {
  const { facts } = book
  const totals = totalsOf(book)
  const votes = votesOf(book)
  return {
    format: 'intikhab-contest/1',
    electionId: election.id,
    contestId: facts.contestId,
    name: facts.name,
    assembly: facts.assembly,
    province: facts.province,
    state: seatStateOf(book),
    noCount: facts.noCount,
    asOf: book.lastArrivedAt,
    ledgerSize: book.lastLeaf + 1,
    counters: countersOf(book),
    candidates: facts.candidates.map(({ serial, name, partyId, partyName, symbol }, index) => ({
      serial,
      name,
      partyId,
      partyName,
      symbol,
      stationVotes: book.votes[index] ?? 0,
      postalVotes: book.postal?.votes[index] ?? 0,
      votes: votes[index] ?? 0,
    })),
    totals,
    ...standingsOf(book),
    tests: legalTestsOf(book, election.pack),
    findings: contestFindings(totals),
    postal: book.postal,
    documents: book.documents,
    setAside: book.setAside,
    recounts: book.recounts,
    received: [...book.fileOf].sort(([a], [b]) => a - b),
  }
}

/** The seat's line in `summary.json`. */
export function seatLineOf(book: ContestBook): SeatLine {
  const { facts, sums } = book
  const totals = totalsOf(book)
  const { leader, runnerUp, margin, tiedSerials } = standingsOf(book)
  return {
    contestId: facts.contestId,
    name: facts.name,
    assembly: facts.assembly,
    province: facts.province,
    state: seatStateOf(book),
    noCount: facts.noCount,
    stations: { expected: book.stationsExpected, received: sums.counts },
    registered: totals.registered,
    valid: totals.valid,
    excluded: totals.excluded,
    polled: totals.polled.total,
    leader,
    runnerUp,
    margin,
    tied: tiedSerials.length > 0,
    excludedAboveMargin: margin !== null && totals.excluded > margin,
    findings: contestFindings(totals),
    blocking: sums.blocking,
    warnings: sums.warnings,
    lastArrivedAt: book.lastArrivedAt,
  }
}
