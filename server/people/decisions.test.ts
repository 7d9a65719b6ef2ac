import { expect, it } from 'vitest'
import { personSchema } from '@/lib/schemas/person'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../auth/share-reader'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { freezeShare, readSharedEdition } from '../shares/editions/editions'
import { createShare } from '../shares/links/mutations'
import { decidePlaces, listOpenPlaces } from '../shares/reading/open-places'
import { readSharedRecord } from '../shares/reading/record'
import { logEntry, newWorld } from '../testing/world'
import { trashRecord } from '../trash/mutations'
import { purgeTrash } from '../trash/purge'
import { decisionKeys } from './decisions'
import { createPerson } from './mutations'

useTestDatabase()

const W = '[name withheld]'
const MONTH_MS = 31 * 86_400_000

/** A record with somebody hidden whose names are common words, and one entry. */
async function withJordan(fields: Record<string, unknown>) {
  const world = await newWorld()
  const { owner, campaign, workspaceId } = world
  const person = await createPerson(owner, personSchema.parse({ name: 'Jordan March' }))
  const { id } = await logEntry(owner, campaign, { title: 'A rally', ...fields })
  const link = await createShare(
    owner,
    shareSchema.parse({ campaign: campaign.id, lens: 'member', undecided: 'shown' }),
  )
  const reader = await shareReaderFor(new URL(link.url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  const shown = async () => {
    const { entries } = await readSharedRecord(reader)
    return entries.find((entry) => entry.title === 'A rally')
  }
  return {
    ...{ ...world, person, id, shown, reader },
    decide: async (decision: 'shown' | 'withheld', within: string) => {
      const { places } = await listOpenPlaces(owner, campaign.id)
      const those = places.filter(({ before, word, after }) =>
        `${before}${word}${after}`.includes(within),
      )
      expect(those).not.toEqual([])
      await decidePlaces(
        owner,
        those.map(({ textKey, letters }) => ({ textKey, letters, decision })),
      )
    },
    edit: (data: Record<string, unknown>) =>
      withViewer(owner, (tx) => tx.entry.updateMany({ where: { id }, data })),
    freeze: () => freezeShare(owner, { share: link.id }),
    edition: async () => {
      const { content, takenBack } = await readSharedEdition(reader, 1)
      return { entry: content.entries.find(({ title }) => title === 'A rally'), takenBack }
    },
    erase: async () => {
      await trashRecord(owner, 'person', person)
      await purgeTrash(systemViewer(workspaceId), new Date(Date.now() + MONTH_MS))
    },
  }
}

it('what was decided of common words holds when whoever bore them is erased', async () => {
  const summary = 'Ms. March said so. Jordan spoke, then March.'
  const { owner, workspaceId, decide, erase, shown, campaign } = await withJordan({ summary })
  await decide('withheld', 'Jordan spoke')
  const withheld = `Ms. ${W} said so. ${W} spoke, then ${W}.`
  expect((await shown())?.summary).toBe(withheld)
  await erase()
  expect((await shown())?.summary).toBe(withheld)
  const rows = await withViewer(owner, (tx) => tx.nameDecision.findMany({ where: { workspaceId } }))
  expect(JSON.stringify(rows)).not.toMatch(/march|jordan/i)
  // An editor can still be asked, and answer otherwise.
  const { places } = await listOpenPlaces(owner, campaign.id)
  expect(places.map(({ word, decided }) => [word, decided])).toEqual([
    ['Jordan', 'withheld'],
    ['March', 'withheld'],
  ])
})

it('what was decided of a word whose bearer is named by now withholds nothing', async () => {
  const { owner, decide, shown, person } = await withJordan({ summary: 'Then March spoke.' })
  await decide('withheld', 'March')
  await withViewer(owner, (tx) =>
    tx.person.updateMany({ where: { id: person }, data: { consent: 'named' } }),
  )
  expect((await shown())?.summary).toBe('Then March spoke.')
})

it('a decision reaches editions, in which other names are taken out already', async () => {
  const { edition, freeze, decide, edit } = await withJordan({
    summary: 'Then March met Quirin Xylander.',
    kind: 'retaliation',
    ...{ participants: 'Quirin Xylander, in March', accordingTo: 'Quirin Xylander' },
  })
  await freeze()
  expect((await edition()).entry?.summary).toBe(`Then March met ${W}.`)
  await decide('withheld', 'Then March met')
  const { entry } = await edition()
  // The month was decided, beside a name that is withheld.
  expect([entry?.summary, entry?.participants]).toEqual([`Then ${W} met ${W}.`, `${W}, in March`])
  await edit({ summary: 'No more of it.' })
  expect((await edition()).entry?.summary).toBe(`Then ${W} met ${W}.`)
})

it('the sentence of an edition says no word that its parts withhold', async () => {
  const { edition, freeze, decide } = await withJordan({
    ...{ kind: 'legal_action', details: { court: 'Judge March', stage: 'filed' } },
  })
  await freeze()
  expect((await edition()).entry?.sentence).toContain('March')
  await decide('withheld', 'Judge March')
  const { entry, takenBack } = await edition()
  expect(entry?.sentence).not.toContain('March')
  expect(takenBack).not.toBeNull()
})

it('a word that was withheld once stays so in a text that is edited, until it is decided', async () => {
  const { decide, shown, edit, campaign, owner } = await withJordan({
    ...{ summary: 'Then March spoke to us', participants: 'The march in March' },
  })
  await decide('withheld', 'Then March spoke')
  await edit({ summary: 'Then, March spoke to us.' })
  expect((await shown())?.summary).toBe(`Then, ${W} spoke to us.`)
  await edit({ summary: 'On 1 March they spoke.' })
  expect((await shown())?.summary).toBe(`On 1 ${W} they spoke.`)
  const { undecided } = await listOpenPlaces(owner, campaign.id)
  expect(undecided).toBe(1)
  await decide('shown', 'On 1 March')
  expect(await shown()).toMatchObject({
    ...{ summary: 'On 1 March they spoke.', participants: 'The march in March' },
  })
})

it('decisions that were kept in clear hold, and are keyed by the next one', async () => {
  const { owner, workspaceId, shown, decide, edit } = await withJordan({
    summary: 'Then March spoke.',
  })
  await withViewer(owner, async (tx) => {
    await tx.nameDecision.deleteMany({ where: { workspaceId } })
    const textKey = Buffer.alloc(32, 7)
    await tx.nameDecision.create({
      data: { workspaceId, textKey, letters: 'march', withheld: true },
    })
  })
  expect((await shown())?.summary).toBe(`Then ${W} spoke.`)
  await edit({ summary: 'Jordan and March spoke.' })
  await decide('shown', 'Jordan')
  const rows = await withViewer(owner, (tx) => tx.nameDecision.findMany({ where: { workspaceId } }))
  expect(JSON.stringify(rows)).not.toContain('march')
})

it('decisions that were kept under the whole text hold, shown as well as withheld', async () => {
  const summary = 'Then March spoke.'
  const { owner, campaign, workspaceId, shown, decide } = await withJordan({
    ...{ summary, participants: 'Those of the night shift in March' },
  })
  const { earlierTextKey, letters } = decisionKeys(workspaceId)
  const earlier = (text: string, withheld: boolean) => ({
    ...{ workspaceId, textKey: earlierTextKey(text), letters: letters('march'), withheld },
  })
  await withViewer(owner, async (tx) => {
    await tx.nameDecision.deleteMany({ where: { workspaceId } })
    await tx.nameDecision.createMany({
      data: [earlier(summary, true), earlier('Those of the night shift in March', false)],
    })
  })
  expect(await shown()).toMatchObject({
    ...{ summary: `Then ${W} spoke.`, participants: 'Those of the night shift in March' },
  })
  expect((await listOpenPlaces(owner, campaign.id)).undecided).toBe(0)
  await decide('shown', summary)
  expect((await shown())?.summary).toBe(summary)
})
