/** What a build is made of: every package that runs in the server or a browser, as CycloneDX (ECMA-424), and its licence. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

/** A package in a bill of materials. */
export interface Component {
  readonly name: string
  readonly version: string
  /** Package URL: type, name and version. */
  readonly purl: string
  /** Identifiers or an expression of SPDX; empty where the package names none. */
  readonly licences: readonly string[]
  /** SHA-512 of the package in hex; undefined for our own rooms. */
  readonly sha512: string | undefined
}

const named = z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) })
const expressed = z.object({ expression: z.string() })
const schema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({
    component: z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() }),
  }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      purl: z.string(),
      licenses: z.array(z.union([named, expressed])).default([]),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).default([]),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
})
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().default(false),
      devOptional: z.boolean().default(false),
      optional: z.boolean().default(false),
    }),
  ),
})

/** A package of the lockfile that comes from a registry. */
export interface LockedPackage {
  readonly purl: string
  readonly integrity: string
  /** Used while developing or testing only. */
  readonly isTool: boolean
  /** Installed only where the platform wants it. */
  readonly isOptional: boolean
}

/** What the lockfile pins. */
export function lockedPackages(root: string): LockedPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(packages).flatMap(([path, { version, integrity, dev, devOptional, optional }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length).replace('@', '%40')
    const purl = `pkg:npm/${name}@${version}`
    return integrity === undefined ? [] : { purl, integrity, isTool: dev || devOptional, isOptional: optional }
  })
}

/**
 * A bill of materials as npm makes it from the installed tree, without the tools. Needs no network; rejects where there is
 * no npm. The tools are taken out here: `--omit=dev` of npm 11 also takes out what is used by both (zod, pg, react).
 */
export async function makeBill(root: string): Promise<z.infer<typeof schema>> {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--offline']
  const { stdout } = await promisify(execFile)('npm', words, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
  const bill = schema.parse(JSON.parse(stdout))
  // npm calls a private package by the name of its folder.
  bill.metadata.component.name = 'intikhab'
  const locked = lockedPackages(root)
  const used = new Set(locked.filter(({ isTool }) => !isTool).map(({ purl }) => purl))
  const tools = new Set(locked.map(({ purl }) => purl).filter((purl) => !used.has(purl)))
  const components = bill.components.filter(({ purl }) => !tools.has(purl))
  const kept = new Set([bill.metadata.component['bom-ref'], ...components.map((each) => each['bom-ref'])])
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }))
  return { ...bill, components, dependencies }
}

/** The packages in a bill. */
export function componentsOf({ components }: z.infer<typeof schema>): Component[] {
  return components.map(({ name, version, purl, licenses, hashes }) => ({
    name,
    version,
    purl,
    licences: licenses.flatMap((each) =>
      'expression' in each ? each.expression : (each.license.id ?? each.license.name ?? []),
    ),
    sha512: hashes.find(({ alg }) => alg === 'SHA-512')?.content,
  }))
}

/** Licences under which we may hand out what we build on, with ours (Apache-2.0). */
const compatible = new Set(
  'Apache-2.0 MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 Unlicense CC0-1.0 Zlib PostgreSQL Python-2.0 OFL-1.1'.split(
    ' ',
  ),
)

/** True if one of the alternatives of an SPDX expression is compatible with ours; brackets only around the whole. */
export function isCompatible(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(bare)) return false
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((id) => compatible.has(id.trim())))
}

/** Writes `sbom.json` into the folder of a build; says in one sentence if npm is not there to make it. */
export async function writeBill(root: string, file: string): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(await makeBill(root), null, 2)}\n`)
  } catch (error) {
    process.emitWarning(`This build has no bill of materials (sbom.json): ${(error as Error).message.split('\n')[0]}`)
  }
}
