import { existsSync, readFileSync, writeFileSync, renameSync } from 'node:fs'
import { z } from 'zod'
import { CannotStart } from '@intikhab/kernel/database'
import type { ActApproval } from '@intikhab/kernel/ledger'

const text = z.object({ en: z.string(), ur: z.string() })

const schema = z.object({
  name: text,
  /** Shown above every page; null where there is nothing to warn of. */
  banner: text.nullable(),
  /** Elections of the site, the current one first. */
  elections: z.array(
    z.object({
      id: z.string(),
      name: text,
      pollDate: z.string(),
      delimitationId: z.string().nullable(),
      /** The approved order under which its results publish themselves; null where the program itself showed it. */
      order: z.custom<ActApproval>().nullable().default(null),
    }),
  ),
  /** Roll whose statistics are shown and from which the enquiry answers. */
  rollId: z.string().nullable(),
})

/** What this installation shows to the public. It lies in a file: the site must know itself with the database stopped. */
type SiteSettings = z.infer<typeof schema>

/** The settings of an installation that shows nothing yet. */
const empty: SiteSettings = {
  name: { en: 'Intikhab', ur: 'انتخاب' },
  banner: null,
  elections: [],
  rollId: null,
}

function read(file: string): SiteSettings {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new CannotStart(`The settings of the site in ${file} are damaged. Restore the file from a copy.`)
  }
}

/** The site's settings, held in memory and kept in `file`. */
export interface Site {
  current(): SiteSettings
  /** Replaces some of the settings, on disk first. */
  change(part: Partial<SiteSettings>): void
  /** Shows an election: as the first where it is new, in its place where it is there. */
  show(election: SiteSettings['elections'][number]): void
}

/** Opens the settings in `file`; an installation without one shows nothing yet. */
export function openSite(file: string, onChange: () => void): Site {
  let current = existsSync(file) ? read(file) : empty
  function change(part: Partial<SiteSettings>): void {
    const next = { ...current, ...part }
    writeFileSync(`${file}.new`, `${JSON.stringify(next, null, 2)}\n`)
    renameSync(`${file}.new`, file)
    current = next
    onChange()
  }
  return {
    current: () => current,
    change,
    show(election) {
      const { elections } = current
      const place = elections.findIndex(({ id }) => id === election.id)
      change({ elections: place === -1 ? [election, ...elections] : elections.with(place, election) })
    },
  }
}
