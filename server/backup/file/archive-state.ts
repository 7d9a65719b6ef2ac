import { z } from 'zod'

/** The file of the data folder that says how the archive of the last days stands. */
export const ARCHIVE_STATE = 'archive.json'

/** How the archive stands: moments are ISO 8601. Nothing is archived where `days` is 0. */
export const archiveStateSchema = z.object({
  days: z.number().int().nonnegative(),
  folder: z.string(),
  /** Folders of archives that are no longer written, and still there. */
  former: z.array(z.string()).max(1_000, 'These are too many archives.').default([]),
  /** The stretch that is being written. */
  stretch: z.string().nullable(),
  /** The database can be taken back to any moment from here … */
  from: z.iso.datetime().nullable(),
  /** … to here. */
  until: z.iso.datetime().nullable(),
  bytes: z.number().nonnegative(),
  /** What keeps it from being written, and since when. */
  trouble: z.object({ says: z.string(), since: z.iso.datetime() }).nullable(),
})
export type ArchiveState = z.output<typeof archiveStateSchema>
