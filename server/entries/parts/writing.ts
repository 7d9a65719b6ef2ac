import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import type { Row } from '../../insert-rows'
import { organizationNamed } from '../../organizations/find-or-create'
import { citationSource, type CitedSource } from '../../sources/find-or-create'

/** What each part of an entry needs in order to be written. */
export type Writing = {
  tx: Tx
  viewer: Viewer
  entryId: string
  reusable: ReusableRows
  /** The entry's own sources, in order: a claim or a quote may rest on the first of them. */
  citedSources: string[]
  /** The captured texts of sources that were read already, by id. */
  sourceTexts: Map<string, string>
  /** The demands that the entry raises or answers, with the words that its form had for each. */
  demands: { id: string; wording: string }[]
  /** Whether the entry is being made: nothing of it can be there yet. */
  isNew: boolean
  /** Rows to be written at the end, in one go, when all that they carry is there. */
  citations: Row[]
  organizations: Row[]
  /** Finds organizations and sources by what they are called, and makes those that are new. */
  named: Named
}

/** What of an entry's rows stays through an edit. */
export type ReusableRows = {
  /** Ids that they had: a row that is sent again keeps its own. */
  ids: ReadonlySet<string>
  /** The checks of quotes, by their ids, each with what was checked. */
  checks: ReadonlyMap<string, CheckedQuote>
}

type CheckedQuote = {
  text: string
  /** As `speakerKey` says. */
  speaker: string
  sourceId: string | null
  checkedBy: string | null
  checkedOn: Date
}

/** Tells speakers apart: a person by who they are, somebody unnamed by what is said of them. */
export function speakerKey({
  personId,
  description,
  affiliation,
}: {
  personId: string | null
  description: string
  affiliation: string
}): string {
  return personId ?? JSON.stringify([description, affiliation])
}

/** What names become, each as its own room finds or makes it. */
export type Named = {
  organization: (name: string) => Promise<string>
  source: (row: CitedSource, path: PropertyKey[]) => Promise<string>
}

/** Names as one entry needs them: each is looked up when it comes. */
export function namedIn(tx: Tx, viewer: Viewer): Named {
  return {
    organization: (name) => organizationNamed(tx, viewer, name),
    source: (row, path) => citationSource(tx, viewer, row, path),
  }
}

/** The columns that say whose part a row is. */
export function owner({ viewer, entryId }: Writing) {
  return { workspaceId: viewer.workspaceId, entryId }
}

/** The id that a row had before, or a new one. */
export function idOf({ reusable }: Writing, sent: string | undefined): string {
  return sent && reusable.ids.has(sent) ? sent : randomUUID()
}
