import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { writeDisputes, writeReplies } from './answers'
import { writeCitations, writeGathered } from './citations'
import { writeClaims } from './claims'
import { writeDemands } from './demands'
import { writeInquiry } from './inquiry'
import { writeLinks } from './links'
import { writeOrganizations } from './organizations'
import { writePeople } from './people'
import { writePhotos } from './photos'
import { namedIn, type ReusableRows, type Named, type Writing } from './writing'

type Parts = {
  campaignId: string
  entryId: string
  input: EntryInput
  /** What rows of this entry had before; see `clearParts`. Left out for a new entry. */
  reusable?: ReusableRows
}

const NOTHING_KEPT: ReusableRows = { ids: new Set(), checks: new Map() }

/** Rows of several entries that are written in one go, and the names that they share. */
export type Gathered = Pick<Writing, 'citations' | 'organizations' | 'sourceTexts' | 'named'>

/**
 * Writes an entry's parts: organizations, people and their words, sources, claims, disputes, replies,
 * demands, the inquiry, photos, and links to other entries. Names that are new to the workspace are made on the way.
 *
 * @throws AppError `invalid` with the path of the field that only the database can refuse.
 */
export async function writeParts(tx: Tx, viewer: Viewer, parts: Parts): Promise<void> {
  const gathered = newlyGathered(namedIn(tx, viewer))
  await gatherParts(tx, viewer, parts, gathered)
  await writeGathered(tx, gathered)
}

/** Where nothing is gathered yet. */
export function newlyGathered(named: Named): Gathered {
  return { citations: [], organizations: [], sourceTexts: new Map(), named }
}

/**
 * The same without what can be written for many entries in one go, which is added to `gathered`.
 *
 * @throws AppError `invalid` as `writeParts` does.
 */
export async function gatherParts(
  tx: Tx,
  viewer: Viewer,
  { campaignId, entryId, input, reusable }: Parts,
  gathered: Gathered,
): Promise<void> {
  const writing: Writing = {
    ...{ tx, viewer, entryId, reusable: reusable ?? NOTHING_KEPT, isNew: reusable === undefined },
    ...{ citedSources: [], demands: [], ...gathered },
  }
  await writeOrganizations(writing, input.organizations)
  await writeCitations(writing, input.citations)
  await writeClaims(
    writing,
    'date',
    input.date.edtf,
    input.dateReason,
    input.dateClaims.map((claim) => ({ ...claim, value: claim.value.edtf })),
  )
  await writeClaims(writing, 'place', input.place, input.placeReason, input.placeClaims)
  await writeClaims(writing, 'crowd', input.crowd.words, input.crowdReason, input.crowdClaims)
  await writeDemands(writing, campaignId, input)
  await writePeople(writing, campaignId, input.appearances)
  await writeDisputes(writing, { entryId }, input.disputes, ['disputes'])
  await writeReplies(writing, input.replies)
  await writeInquiry(writing, campaignId, input.inquiry, input.date)
  await writePhotos(writing, input.photos)
  await writeLinks(writing, input.links)
}
