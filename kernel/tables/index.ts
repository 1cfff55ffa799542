/**
 * Reading the files that others hand us. *Problems* make a file unusable: it is refused as a whole. *Findings* are
 * about what it says: it is imported as it stands and the report tells.
 */
export type { FileFacts } from './bytes.ts'
export { choice, day, decimal, FieldFault, optional, shape, text, wholeNumber, type Field } from './fields.ts'
export { readFeatures, type FeatureReading, type RawFeature } from './geojson.ts'
export type { ReadingLimits } from './lines.ts'
export {
  FindingList,
  problemKinds,
  ProblemList,
  type Finding,
  type FindingCase,
  type ImportReport,
  type Problem,
  type ProblemKind,
  type ProblemReport,
} from './findings.ts'
export { fileSource, streamSource, textSource, type TableSource } from './source.ts'
export { tableProblems } from './table-problems.ts'
export { readTable, type Table, type TableReading, type TableRow, type TableShape } from './table.ts'
export { writeTable } from './write-table.ts'
export { endlessLine, firstProblem, zooCases, type ZooCase } from './zoo.ts'
