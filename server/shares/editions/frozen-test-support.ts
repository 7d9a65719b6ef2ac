import 'server-only'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../../auth/share-reader'
import type { Lens } from '@/lib/schemas/words'
import type { LensChoices } from '@/lib/shares/lens'
import type { Organizer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { logEntry, newWorld, type World } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readSharedRecord } from '../reading/record'
import { freezeShare, readSharedEdition } from './editions'

type Fields = Parameters<typeof logEntry>[2]

/** Freezes a link to what is logged, and reads that edition as its readers find it. */
export async function frozen(
  owner: Organizer,
  { id: campaign }: World['campaign'],
  { lens = 'member', choices = {} }: { lens?: Lens; choices?: LensChoices } = {},
) {
  const asked = { campaign, lens, choices: JSON.stringify(choices) }
  const { id, url } = await createShare(owner, shareSchema.parse(asked))
  await freezeShare(owner, { share: id })
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  const whole = () => readSharedEdition(reader, 1)
  const read = async () => (await whole()).content
  return {
    ...{ id, read, whole },
    entry: async (title: string) => named(await read(), title),
    live: () => readSharedRecord(reader),
    takenBack: async () => (await whole()).takenBack,
  }
}

/** The entry of a title. */
export function named<Entry extends { title: string }>(
  { entries }: { entries: Entry[] },
  title: string,
) {
  return entries.find((entry) => entry.title === title)
}

/** The same of one entry with these fields, under the name “It”. */
export async function frozenWith(fields: Fields) {
  const { owner, campaign } = await newWorld()
  const logged = await logEntry(owner, campaign, { title: 'It', ...fields })
  const edition = await frozen(owner, campaign)
  return { owner, campaign, logged, edition, it: () => edition.entry('It') }
}

/** Changes an entry's row as it stands, as no form would. */
export const change = (owner: Organizer, id: string, data: Record<string, unknown>) =>
  withViewer(owner, (tx) => tx.entry.updateMany({ where: { id }, data }))
