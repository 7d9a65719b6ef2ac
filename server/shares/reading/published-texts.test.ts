import { expect, it } from 'vitest'
import { choosableFields } from '@/lib/shares/choices'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '../../auth/test-support'
import { shareReaderFor } from '../../auth/share-reader'
import { withViewer } from '../../db'
import { fill } from '../../testing/canary'
import { newWorld } from '../../testing/world'
import { createShare } from '../links/mutations'
import { publishedTexts } from './published-texts'
import { readSharedRecord } from './record'

useTestDatabase()

/** The words of the canary record that stand somewhere in a value. */
const wordsIn = (value: unknown): string[] =>
  [...new Set(JSON.stringify(value).match(/Zq\w+?zq/g))].sort()

// Who spoke is named by consent, and by no text that an editor decides.
const NAMES = ['namedPerson', 'laterPerson', 'withdrawnPerson', 'initialsName', 'roleName']

it('lists every text that the widest link shows, field by field', async () => {
  const world = await newWorld()
  const { owner, campaign, workspaceId } = world
  await fill(world)
  const choices = JSON.stringify({ fields: [...choosableFields] })
  const { url } = await createShare(
    owner,
    shareSchema.parse({ campaign: campaign.id, lens: 'member', choices }),
  )
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  const shown = wordsIn(await readSharedRecord(reader))
  expect(shown.length).toBeGreaterThan(30)
  const texts = await withViewer(owner, (tx) =>
    publishedTexts(tx, {
      ...{ workspaceId, campaignId: campaign.id, entryId: null, withPlaces: true },
    }),
  )
  const listed = wordsIn(texts)
  const missing = shown.filter((word) => !listed.includes(word))
  expect(missing.filter((word) => !NAMES.some((name) => word === `Zq${name}zq`))).toEqual([])
})
