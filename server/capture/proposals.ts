import 'server-only'
import { capture } from '@/lib/capture/capture'
import { draftValues, type KnownDemand } from '@/lib/capture/entry-values'
import { joinedValues } from '@/lib/capture/join'
import { readText } from '@/lib/capture/read-text'
import type { CaptureDraft, CaptureResult } from '@/lib/capture/types'
import { dateBounds } from '@/lib/dates/edtf'
import { entryFormValues } from '@/lib/entries/form-values'
import { nestedInput } from '@/lib/forms/form-data'
import type { FormValues, LookAlike } from '@/lib/forms/state'
import type { EntryKind } from '@/lib/kinds/names'
import { entrySchema } from '@/lib/schemas/entry'
import { requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { listDemands } from '../demands/queries'
import { findLookAlikes } from '../entries/look-alikes'
import { createEntry, updateEntry } from '../entries/mutations'
import { getEntry } from '../entries/queries'
import { AppError, notFound } from '../errors'
import { entriesVisibleTo } from '../policy'
import { captureDirectory } from './directory'

/** An entry that a source's text proposes, and what the record has of it already. */
type Proposal = {
  draft: CaptureDraft
  values: FormValues
  /** The entry that was made of it, from this source. */
  logged: { id: string; title: string } | null
  alike: LookAlike[]
}

export type Proposals = {
  source: { id: string; title: string; text: string }
  result: CaptureResult
  proposals: Proposal[]
}

/**
 * Reads a source's captured text and proposes its entries. Nothing is written: asked again, it reads again.
 *
 * @throws AppError `forbidden` below contributor, `not_found` for the campaign or the source, `invalid` where the source has no text.
 */
export async function proposalsOf(
  viewer: Viewer,
  slug: string,
  sourceId: string,
): Promise<Proposals> {
  requireRole(viewer, 'contributor')
  const { campaignId, row, logged } = await withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const source = await tx.source.findFirst({
      where: { id: sourceId, trashedAt: null },
      select: {
        id: true,
        title: true,
        publisher: true,
        author: true,
        published: true,
        url: true,
        capturedText: true,
      },
    })
    if (!source) throw notFound('source')
    const cited = await tx.entry.findMany({
      where: {
        AND: [
          entriesVisibleTo(viewer),
          { campaignId: campaign.id, citations: { some: { sourceId } } },
        ],
      },
      select: { id: true, kind: true, title: true },
      take: 200,
    })
    return { campaignId: campaign.id, row: source, logged: cited }
  })
  if (row.capturedText.trim() === '')
    throw new AppError(
      'invalid',
      'This source has no captured text to read. Add the text of the article first.',
    )
  const { title, publisher, author, url, published } = row
  const document = readText(row.capturedText, {
    title,
    publisher,
    author,
    url,
    published: /^\d{4}-\d{2}-\d{2}/.exec(published)?.[0] ?? null,
  })
  const result = capture(document, await captureDirectory(viewer))
  const demands = await knownDemands(viewer, campaignId)
  const proposals: Proposal[] = []
  const taken = new Set<string>()
  for (const draft of result.drafts) {
    const own = logged.find(({ id, kind }) => kind === draft.kind && !taken.has(id)) ?? null
    if (own) taken.add(own.id)
    proposals.push({
      draft,
      values: draftValues(draft, { source: row, text: document.text, demands }),
      logged: own && { id: own.id, title: own.title },
      alike: own ? [] : await alikeTo(viewer, slug, draft),
    })
  }
  return { source: { id: row.id, title: row.title, text: document.text }, result, proposals }
}

/**
 * Makes the entry that a draft proposes, by the same check and write as the form.
 *
 * @throws AppError `not_found` where the text proposes no such draft, `forbidden`, `invalid` with the field's words.
 */
export async function acceptDraft(
  viewer: Viewer,
  {
    slug,
    source,
    key,
    status,
    today,
  }: {
    slug: string
    source: string
    key: string
    status: 'draft' | 'in_review' | 'published'
    today: string
  },
): Promise<{ id: string; title: string; logged: boolean }> {
  const { proposals } = await proposalsOf(viewer, slug, source)
  const proposal = proposals.find(({ draft }) => draft.key === key)
  if (!proposal) throw notFound('entry')
  if (proposal.logged) return { ...proposal.logged, logged: true }
  const { input } = nestedInput({ ...proposal.values, status })
  const parsed = entrySchema(proposal.draft.kind, today).safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new AppError(
      'invalid',
      `This draft needs a change first: ${issue?.message ?? 'something is missing.'}`,
    )
  }
  const { id } = await createEntry(viewer, slug, parsed.data)
  return { id, title: parsed.data.title, logged: false }
}

/**
 * Makes the source a further one of an entry that the record has: its passages, its differing values as claims, and
 * what only it reports.
 *
 * @throws AppError `not_found`, `forbidden` below editor for a published entry, `invalid` with the field's words.
 */
export async function joinDraft(
  viewer: Viewer,
  {
    slug,
    source,
    key,
    entry,
    today,
  }: { slug: string; source: string; key: string; entry: string; today: string },
): Promise<void> {
  const { proposals, result } = await proposalsOf(viewer, slug, source)
  const proposal = proposals.find(({ draft }) => draft.key === key)
  if (!proposal) throw notFound('entry')
  const known = await getEntry(viewer, entry)
  const values = joinedValues(
    { ...entryFormValues(known), version: String(known.version) },
    proposal.values,
    source,
    result.source.publisher,
  )
  const parsed = entrySchema(known.kind, today).safeParse(nestedInput(values).input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new AppError(
      'invalid',
      `This cannot be added as it is: ${issue?.message ?? 'something is missing.'}`,
    )
  }
  await updateEntry(viewer, entry, parsed.data, values)
}

/** The values of one draft, for the form that changes it. */
export async function draftFor(
  viewer: Viewer,
  slug: string,
  source: string,
  key: string,
): Promise<{ kind: EntryKind; values: FormValues }> {
  const { proposals } = await proposalsOf(viewer, slug, source)
  const proposal = proposals.find(({ draft }) => draft.key === key)
  if (!proposal) throw notFound('entry')
  return { kind: proposal.draft.kind, values: proposal.values }
}

async function knownDemands(viewer: Viewer, campaignId: string): Promise<KnownDemand[]> {
  const demands = await listDemands(viewer, campaignId)
  return demands.map(({ id, wording, targets, counterparties }) => ({
    id,
    wording,
    targets: targets.map(({ name }) => name),
    counterparties: counterparties.map(({ name }) => name),
  }))
}

async function alikeTo(viewer: Viewer, slug: string, draft: CaptureDraft): Promise<LookAlike[]> {
  const bounds = draft.date && dateBounds(draft.date.value.edtf)
  if (!bounds) return []
  const { kind, title, place } = draft
  return findLookAlikes(viewer, slug, { kind, title, place: place?.value ?? '', ...bounds })
}
