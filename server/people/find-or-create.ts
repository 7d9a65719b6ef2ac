import 'server-only'
import type { Consent } from '@/lib/schemas/words'
import { anyCase } from '../any-case'
import { AppError } from '../errors'
import { mayPublish, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { otherwiseNamed } from '../otherwise-named'
import { keepRevision } from '../history/record'

type Said = { consent?: Consent; consentReason?: string }

/**
 * The person of this name in the workspace; made if there is none, hidden from shares unless a
 * consent is said. A consent said of a person who is known already changes theirs; that is for
 * editors, since it reaches every share at once.
 *
 * @throws AppError `invalid` where a looser consent than hidden has no reason, or where a contributor
 *   says one, or another one than is known.
 */
export async function personNamed(
  tx: Tx,
  viewer: Viewer,
  name: string,
  said: Said = {},
  path: PropertyKey[] = [],
): Promise<string> {
  const { workspaceId } = viewer
  const consent = said.consent
  const reason = said.consentReason ?? ''
  const found = await tx.person.findFirst({
    where: {
      trashedAt: null,
      OR: [{ name: anyCase(name) }, { id: { in: await otherwiseNamed(tx, 'person', name) } }],
    },
    select: { id: true, version: true, consent: true, consentReason: true },
    orderBy: { createdAt: 'asc' },
  })
  const unchanged =
    found &&
    (consent === undefined ||
      (consent === found.consent && (reason === '' || reason === found.consentReason)))
  if (unchanged) return found.id
  if (consent !== undefined && (found || consent !== 'hidden') && !mayPublish(viewer)) {
    throw new AppError('invalid', 'An editor decides how shares show a person.', [
      ...path,
      'consent',
    ])
  }
  if (consent !== undefined && consent !== 'hidden' && reason === '') {
    throw new AppError(
      'invalid',
      'Say why shares may show this person, such as: spoke on the record to press.',
      [...path, 'consentReason'],
    )
  }
  if (found) {
    const after = { consent: consent ?? found.consent, consentReason: reason }
    await tx.person.update({
      where: { workspaceId_id: { workspaceId, id: found.id } },
      data: { ...after, version: { increment: 1 } },
    })
    await keepRevision(tx, viewer, {
      record: 'person',
      recordId: found.id,
      version: found.version + 1,
      action: 'update',
      before: { consent: found.consent, consentReason: found.consentReason },
      after,
    })
    return found.id
  }
  const after = { name, consent: consent ?? 'hidden', consentReason: reason }
  const { id } = await tx.person.create({
    data: { workspaceId, ...after, confirmed: mayPublish(viewer) },
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
}
