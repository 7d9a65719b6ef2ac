import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { crawl } from '../../../app/s/crawl'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { logEntry, newWorld } from '../../testing/world'
import { freezeShare } from '../editions/editions'
import { createShare } from '../links/mutations'

useTestDatabase()

const appearances = [
  {
    ...{ name: 'Quirin Xylander', consent: 'initials', consentReason: 'agreed' },
    quotes: [{ text: 'Hello.' }],
  },
]

it.each([
  ['hidden', { kind: 'retaliation' as const, accordingTo: 'Quirin Xylander' }],
  ['hidden', { summary: 'Then Quirin Xylander spoke.', appearances }],
  ['role_only', { kind: 'retaliation' as const, accordingTo: 'Quirin Xylander' }],
  ['role_only', { summary: 'Then Quirin Xylander spoke.', appearances }],
] as const)(
  'an edition shows no initials of somebody who is %s since: %j',
  async (consent, fields) => {
    const world = await newWorld()
    await logEntry(world.owner, world.campaign, { title: 'A firing', ...fields })
    const become = (data: object) =>
      withViewer(world.owner, (tx) =>
        tx.person.updateMany({ where: { name: 'Quirin Xylander' }, data }),
      )
    await become({ consent: 'initials', consentReason: 'agreed' })
    const input = shareSchema.parse({ campaign: world.campaign.id, lens: 'press' })
    const { id, url } = await createShare(world.owner, input)
    await freezeShare(world.owner, { share: id })
    await become({ consent })
    const served = [...(await crawl(url))]
    expect(served.filter(([, text]) => text.includes('Q. X.')).map(([path]) => path)).toEqual([])
  },
  150_000,
)
