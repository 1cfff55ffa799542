/** The face of the server: the environment it reads, the house it opens, and the doors it serves. */
export { readEnvironment, type Environment, type S3Settings } from './environment.ts'
export { auditCopy, auditInstallation, type AuditOrder } from './audit/audit.ts'
export { encodeReport, reportDocument } from './audit/document.ts'
export { placesIn } from './data-folder.ts'
export { openHouse, type House } from './house.ts'
export { publishElection, publishEnquiry, publishMap, publishRoll, publishScheme } from './series.ts'
export { serve, type ServeOptions, type Serving } from './serve.ts'
