import 'server-only'
import { randomUUID } from 'node:crypto'
import { dateBounds } from '@/lib/dates/edtf'
import { passageIn } from '@/lib/passages'
import { splitNames } from '@/lib/schemas/demand'
import type { EntryInput } from '@/lib/schemas/entry'
import type { ClaimField } from '@/lib/schemas/words'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { demandNamed } from '../demands/find-or-create'
import { proposeAssessment } from '../demands/proposals'
import { AppError } from '../errors'
import { organizationNamed } from '../organizations/find-or-create'
import { personNamed } from '../people/find-or-create'
import { citationSource } from '../sources/find-or-create'

/** Ids that rows of this entry had before; a row that is sent again keeps its own. */
type KeptIds = ReadonlySet<string>

type Writing = { campaignId: string; entryId: string; input: EntryInput; kept?: KeptIds }

/**
 * Writes an entry's parts: organizations, people and their words, sources, claims, demands, and
 * the inquiry. Names that are new to the workspace are made on the way.
 *
 * @throws AppError `invalid` with the path of the field that only the database can refuse.
 */
export async function writeParts(
  tx: Tx,
  viewer: Viewer,
  { campaignId, entryId, input, kept = new Set() }: Writing,
): Promise<void> {
  const parts = new Parts(tx, viewer, entryId, kept)
  await parts.organizations(input.organizations)
  await parts.sources(input.citations)
  await parts.people(input.appearances)
  await parts.claims(
    'date',
    input.date.edtf,
    input.dateReason,
    input.dateClaims.map((claim) => ({ ...claim, value: claim.value.edtf })),
  )
  await parts.claims('place', input.place, input.placeReason, input.placeClaims)
  await parts.claims('crowd', input.crowd.words, input.crowdReason, input.crowdClaims)
  await parts.demands(campaignId, input)
  if (input.inquiry) await parts.inquiry(campaignId, input.inquiry, input.date)
}

/** Takes an entry's parts away before an edit writes them again; gives back the ids they had. */
export async function clearParts(tx: Tx, entryId: string): Promise<KeptIds> {
  const of = { where: { entryId }, select: { id: true } }
  const appearances = await tx.appearance.findMany({
    ...of,
    select: { id: true, quotes: { select: { id: true } } },
  })
  const claims = await tx.claim.findMany(of)
  const demands = await tx.entryDemand.findMany(of)
  const where = { entryId }
  await tx.appearance.deleteMany({ where })
  await tx.claim.deleteMany({ where })
  await tx.citation.deleteMany({ where })
  await tx.entryDemand.deleteMany({ where })
  await tx.entryOrganization.deleteMany({ where })
  await tx.inquiry.deleteMany({ where })
  return new Set([
    ...appearances.flatMap(({ id, quotes }) => [id, ...quotes.map((quote) => quote.id)]),
    ...claims.map(({ id }) => id),
    ...demands.map(({ id }) => id),
  ])
}

class Parts {
  private readonly citedSources: string[] = []

  constructor(
    private readonly tx: Tx,
    private readonly viewer: Viewer,
    private readonly entryId: string,
    private readonly kept: KeptIds,
  ) {}

  async organizations(rows: EntryInput['organizations']): Promise<void> {
    const data = []
    for (const { name, part } of rows) {
      data.push({
        ...this.owner(),
        organizationId: await organizationNamed(this.tx, this.viewer, name),
        part,
      })
    }
    if (data.length > 0) await this.tx.entryOrganization.createMany({ data, skipDuplicates: true })
  }

  async sources(rows: EntryInput['citations']): Promise<void> {
    const data: Prisma.CitationCreateManyInput[] = []
    for (const [position, row] of rows.entries()) {
      const sourceId = await citationSource(this.tx, this.viewer, row, ['citations', position])
      this.citedSources.push(sourceId)
      data.push({
        ...this.owner(),
        ...(await this.passage(sourceId, row.exact)),
        sourceId,
        position,
      })
    }
    if (data.length > 0) await this.tx.citation.createMany({ data })
  }

  async people(rows: EntryInput['appearances']): Promise<void> {
    for (const [position, row] of rows.entries()) {
      const path = ['appearances', position]
      const personId = await personNamed(this.tx, this.viewer, row.name, row, path)
      const appearanceId = this.idOf(row.id)
      const { role, description } = row
      await this.tx.appearance.create({
        data: { ...this.owner(), id: appearanceId, personId, role, description, position },
      })
      for (const [place, quote] of row.quotes.entries()) {
        if (quote.text === '') continue
        const quoteId = this.idOf(quote.id)
        const { workspaceId } = this.viewer
        await this.tx.quote.create({
          data: {
            workspaceId,
            id: quoteId,
            appearanceId,
            text: quote.text,
            consent: quote.consent ?? null,
            position: place,
          },
        })
        await this.cite({ quoteId }, quote.source, quote.text, [...path, 'quotes', place, 'source'])
      }
    }
  }

  // The working value is the field's own: the claim that says the same is the working one. Where
  // none does, but others differ or a reason is given, it becomes a claim of its own.
  async claims(
    field: ClaimField,
    working: string,
    reason: string,
    rows: Omit<EntryInput['placeClaims'][number], never>[],
  ): Promise<void> {
    if (rows.length === 0 && reason === '') return
    const same = rows.findIndex((row) => row.value.toLowerCase() === working.toLowerCase())
    const { workspaceId } = this.viewer
    for (const [position, row] of rows.entries()) {
      const claimId = this.idOf(row.id)
      const isWorking = position === same
      await this.tx.claim.create({
        data: {
          ...this.owner(),
          id: claimId,
          field,
          value: row.value,
          saidBy: row.saidBy,
          working: isWorking,
          reason: isWorking ? reason : '',
          position,
        },
      })
      await this.cite({ claimId }, row.source, row.exact, [`${field}Claims`, position, 'source'])
    }
    if (same === -1 && working !== '') {
      await this.tx.claim.create({
        data: {
          workspaceId,
          entryId: this.entryId,
          field,
          value: working,
          working: true,
          reason,
          position: rows.length,
        },
      })
    }
  }

  async demands(campaignId: string, input: EntryInput): Promise<void> {
    for (const [position, row] of input.demands.entries()) {
      const path = ['demands', position]
      const demandId = await demandNamed(
        this.tx,
        this.viewer,
        campaignId,
        row.demand
          ? { id: row.demand }
          : {
              wording: row.wording,
              targets: splitNames(row.targets),
              counterparties: splitNames(row.counterparties),
            },
        path,
      )
      const answers = row.relation === 'answers'
      const stance = answers ? (row.stance ?? null) : null
      const organizationId = answers ? await organizationNamed(this.tx, this.viewer, row.at) : null
      await this.tx.entryDemand.create({
        data: {
          ...this.owner(),
          id: this.idOf(row.id),
          demandId,
          relation: row.relation,
          stance,
          organizationId,
          position,
        },
      })
      if (stance && organizationId) {
        const { edtf, firstDay, lastDay } = input.date
        await proposeAssessment(this.tx, this.viewer, {
          demandId,
          organizationId,
          stance,
          entryId: this.entryId,
          edtf,
          firstDay,
          lastDay,
        })
      }
    }
  }

  async inquiry(
    campaignId: string,
    row: NonNullable<EntryInput['inquiry']>,
    date: EntryInput['date'],
  ): Promise<void> {
    const { workspaceId } = this.viewer
    const said = row.askedBy !== '' || row.through !== '' || row.asked !== null
    if (!said && row.recipients.length === 0) return
    const asked = row.asked ?? date
    const bounds = dateBounds(asked.edtf)
    const { id } = await this.tx.inquiry.create({
      data: {
        workspaceId,
        campaignId,
        entryId: this.entryId,
        askedByOrganizationId:
          row.askedBy === '' ? null : await organizationNamed(this.tx, this.viewer, row.askedBy),
        through: row.through,
        edtf: asked.edtf,
        firstDay: new Date(bounds?.firstDay ?? asked.firstDay),
        lastDay: new Date(bounds?.lastDay ?? asked.lastDay),
      },
      select: { id: true },
    })
    const data = []
    for (const { name, outcome } of row.recipients) {
      data.push({
        workspaceId,
        inquiryId: id,
        organizationId: await organizationNamed(this.tx, this.viewer, name),
        outcome,
      })
    }
    if (data.length > 0) await this.tx.inquiryRecipient.createMany({ data, skipDuplicates: true })
  }

  private owner() {
    return { workspaceId: this.viewer.workspaceId, entryId: this.entryId }
  }

  private idOf(sent: string | undefined): string {
    return sent && this.kept.has(sent) ? sent : randomUUID()
  }

  private async cite(
    of: { quoteId: string } | { claimId: string },
    choice: string,
    exact: string,
    path: PropertyKey[],
  ): Promise<void> {
    if (choice === '') return
    const sourceId =
      choice === 'entry'
        ? this.citedSources[0]
        : await citationSource(this.tx, this.viewer, { source: choice }, path.slice(0, -1))
    if (!sourceId)
      throw new AppError(
        'invalid',
        'The entry names no source yet. Add one under Sources, or choose another here.',
        path,
      )
    await this.tx.citation.create({
      data: {
        workspaceId: this.viewer.workspaceId,
        ...of,
        sourceId,
        ...(await this.passage(sourceId, exact)),
      },
    })
  }

  private async passage(
    sourceId: string,
    exact: string,
  ): Promise<{ exact: string; prefix: string; suffix: string }> {
    if (exact === '') return { exact, prefix: '', suffix: '' }
    const source = await this.tx.source.findFirst({
      where: { id: sourceId },
      select: { capturedText: true },
    })
    return {
      exact,
      ...(passageIn(source?.capturedText ?? '', exact) ?? { prefix: '', suffix: '' }),
    }
  }
}
