import 'server-only'
import { stricter } from '@/lib/people/consent'
import { splitNames } from '@/lib/schemas/demand'
import type { PersonInput } from '@/lib/schemas/person'
import { consentLabels } from '@/lib/schemas/words'
import { rememberEpoch } from '../auth/epoch'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { AppError, notFound } from '../errors'
import { conflictSince, type FieldOfBoth } from '../history/conflict-since'
import { keepRevision, type Saving } from '../history/record'

/**
 * Adds a person to the directory, hidden from shares unless a consent is said with its reason.
 *
 * @returns the person's id.
 * @throws AppError `forbidden` below editor, `invalid` for a consent without its reason.
 */
export async function createPerson(viewer: Viewer, input: PersonInput): Promise<string> {
  requireRole(viewer, 'editor')
  const after = valuesOf(input)
  requireReason(after)
  return withViewer(viewer, async (tx) => {
    const { id } = await tx.person.create({
      data: { workspaceId: viewer.workspaceId, ...after },
      select: { id: true },
    })
    await keepRevision(tx, viewer, {
      record: 'person',
      recordId: id,
      version: 1,
      action: 'create',
      before: {},
      after,
    })
    return id
  })
}

/**
 * Changes a person's names and consent. Shares are read from the record on every request, so a
 * consent that is withdrawn here reaches them at once.
 *
 * @throws AppError `forbidden` below editor, `not_found`, `invalid` for a consent without its
 *   reason; ConflictError when somebody else saved it meanwhile.
 */
export async function updatePerson(
  viewer: Viewer,
  id: string,
  input: PersonInput,
  how: Saving = {},
): Promise<void> {
  requireRole(viewer, 'editor')
  const after = valuesOf(input)
  requireReason(after)
  await withViewer(viewer, async (tx) => {
    await tx.$queryRaw`select 1 as locked from person where id = ${id}::uuid for no key update`
    const row = await tx.person.findFirst({
      where: { id, trashedAt: null },
      select: { name: true, otherNames: true, consent: true, consentReason: true, version: true },
    })
    if (!row) throw notFound('person')
    const { version, ...before } = row
    if (input.version !== undefined && input.version !== version) {
      const versions = { from: input.version, version }
      throw await conflictSince(tx, 'person', id, versions, fieldsOfBoth(before, after))
    }
    await tx.person.updateMany({
      where: { id },
      data: { ...after, confirmed: true, version: { increment: 1 } },
    })
    await keepRevision(tx, viewer, {
      record: 'person',
      recordId: id,
      version: version + 1,
      action: how.action ?? 'update',
      note: how.note ?? '',
      before,
      after,
    })
    if (stricter(before.consent, after.consent) !== before.consent) await rememberEpoch(tx)
  })
}

function valuesOf({ name, otherNames, consent, consentReason }: PersonInput) {
  return { name, otherNames: splitNames(otherNames), consent, consentReason }
}

type Values = ReturnType<typeof valuesOf>

function requireReason({ consent, consentReason }: Values): void {
  if (consent === 'hidden' || consentReason !== '') return
  throw new AppError(
    'invalid',
    'Say why shares may show this person, such as: spoke on the record to press.',
    ['consentReason'],
  )
}

function fieldsOfBoth(theirs: Values, yours: Values): FieldOfBoth[] {
  const consent = (value: unknown) =>
    Object.hasOwn(consentLabels, String(value)) ? consentLabels[value as Values['consent']] : ''
  return [
    { field: 'name', label: 'Name', yours: yours.name, theirs: theirs.name },
    {
      ...{ field: 'otherNames', label: 'Other names', joins: 'names' },
      ...{ yours: yours.otherNames.join('; '), theirs: theirs.otherNames.join('; ') },
    },
    {
      ...{ field: 'consent', label: 'Consent', words: consent },
      ...{ yours: consent(yours.consent), theirs: consent(theirs.consent) },
      values: { consent: theirs.consent },
    },
    {
      ...{ field: 'consentReason', label: 'Why', joins: 'line' },
      ...{ yours: yours.consentReason, theirs: theirs.consentReason },
    },
  ]
}
