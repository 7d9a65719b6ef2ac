import 'server-only'
import { forPlainFields } from '@/lib/entries/fields/plain'
import { kindOf } from '@/lib/kinds/index'
import type { EntryInput } from '@/lib/schemas/entry'
import { mayPublish, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { personNamed } from '../people/find-or-create'
import type { EntryColumn } from './columns'
import { placeOf, requireOneMoment } from './place'

/**
 * Refuses a contributor who publishes.
 *
 * @throws AppError `forbidden`.
 */
export function mayHaveStatus(viewer: Viewer, input: EntryInput): void {
  if (input.status === 'published' && !mayPublish(viewer)) {
    throw new AppError(
      'forbidden',
      'Publishing needs an editor. Save it as in review, and an editor will see it.',
    )
  }
}

/**
 * The columns of an entry's place and the zone of its clocks, which is all that a save refuses without asking the
 * database.
 *
 * @throws AppError `invalid` as `spineOf` does.
 */
export async function placedOnClocks(input: EntryInput, campaignZone: string) {
  const placed = await placeOf(input, campaignZone)
  const { firstDay, lastDay, time } = input.date
  if (time && firstDay === lastDay) requireOneMoment(firstDay, time, placed.timeZone)
  return placed
}

/**
 * The columns of the entry's own row; the compiler names one that a field has and this does not. A time of day is by the clocks of the place, where its
 * coordinates are known, and else by the campaign's.
 *
 * @throws AppError `invalid` for an hour that did not exist when clocks were put forward or came twice
 *   when they were put back, and for half a coordinate.
 */
export async function spineOf(tx: Tx, viewer: Viewer, input: EntryInput, campaignZone: string) {
  const { date, crowd } = input
  const { timeZone, ...place } = await placedOnClocks(input, campaignZone)
  return {
    ...forPlainFields((name) => input[name]),
    kind: input.kind,
    alsoKind: input.alsoKind,
    lane: kindOf(input.kind).lane,
    status: input.status,
    title: input.title,
    edtf: date.edtf,
    firstDay: new Date(date.firstDay),
    lastDay: new Date(date.lastDay),
    timeOfDay: date.time,
    timeZone: date.time ? timeZone : null,
    ...place,
    crowdLow: crowd.low,
    crowdHigh: crowd.high,
    crowdWords: crowd.words,
    crowdCountedBy: input.crowdCountedBy,
    accordingToPersonId:
      input.accordingTo === '' ? null : await personNamed(tx, viewer, input.accordingTo),
    details: input.details,
    tags: [
      ...new Set(
        input.tags
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ],
  } satisfies Record<EntryColumn, unknown>
}
