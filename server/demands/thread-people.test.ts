import { expect, it } from 'vitest'
import { entryFormValues } from '@/lib/entries/form-values'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { editOf, saveEdit } from '../testing/editing'
import { getDemand } from './queries'
import { inRole, logEntry, newCampaign } from './test-support'

useTestDatabase()

const said = (name: string, ...quotes: Record<string, unknown>[]) => ({ name, quotes })
const demand = (wording: string, targets: string) => ({ relation: 'raises', wording, targets })

it('has who spoke to a demand by the words tied to it, and the others apart', async () => {
  const { owner, slug } = await newCampaign()
  const { id } = await logEntry(owner, slug, {
    kind: 'rally',
    demands: [demand('End the contract.', 'AWS'), demand('Cut the partnership.', 'Ring')],
    appearances: [
      said('Ada', { text: 'End it.', demands: [{ wording: '  end the  CONTRACT.' }] }),
      said('Bo', {
        text: 'Both.',
        demands: [{ wording: 'End the contract.' }, { wording: 'Cut the partnership.' }],
      }),
      said('Cy', { text: 'Thank you all.' }),
      { name: 'Di', role: 'witness' },
    ],
  })
  const people = async (number: number) => {
    const { speakers, others } = await getDemand(owner, slug, number)
    const words = (list: typeof speakers) =>
      list.map(({ name, quotes }) => [name, ...quotes.map(({ text }) => text)].join(': '))
    return [words(speakers), words(others)]
  }
  expect(await people(1)).toEqual([['Ada: End it.', 'Bo: Both.'], ['Cy: Thank you all.']])
  expect(await people(2)).toEqual([['Bo: Both.'], ['Ada: End it.', 'Cy: Thank you all.']])

  // The form gives back what it was sent, and a save changes nothing.
  const entry = await getEntry(owner, id)
  expect(entryFormValues(entry)).toMatchObject({
    'appearances.1.quotes.0.demands.0.wording': 'End the contract.',
    'appearances.1.quotes.0.demands.1.wording': 'Cut the partnership.',
  })
  await saveEdit(owner, entry, editOf(entry))
  expect((await getEntry(owner, id)).appearances).toEqual(entry.appearances)
})

it('ties words to a known demand of the campaign, and refuses words that are none', async () => {
  const { owner, slug } = await newCampaign()
  await logEntry(owner, slug, { kind: 'rally', demands: [demand('End it.', 'AWS')] })
  const { demand: known } = await getDemand(owner, slug, 1)
  const news = (row: object) =>
    logEntry(owner, slug, {
      kind: 'news',
      appearances: [said('Ada', { text: 'So.', demands: [row] })],
    })
  const { id } = await news({ demand: known.id, wording: 'End it.' })
  expect((await getEntry(owner, id)).appearances[0]?.quotes[0]?.demands).toEqual([
    { demandId: known.id, number: 1, wording: 'End it.' },
  ])
  expect((await getDemand(owner, slug, 1)).speakers.map(({ name }) => name)).toEqual(['Ada'])
  await expect(news({ wording: 'Something else.' })).rejects.toMatchObject({
    code: 'invalid',
    path: ['appearances', 0, 'quotes', 0, 'demands', 0, 'wording'],
  })
})

it('tells a viewer of no demand that stands in drafts alone', async () => {
  const { owner, slug } = await newCampaign()
  await logEntry(owner, slug, {
    ...{ kind: 'rally', status: 'draft' },
    demands: [demand('A secret demand.', 'AWS')],
  })
  const { demand: secret } = await getDemand(owner, slug, 1)
  const quote = { text: 'So.', demands: [{ demand: secret.id, wording: '' }] }
  const { id } = await logEntry(owner, slug, { kind: 'news', appearances: [said('Ada', quote)] })
  const ties = async (viewer: typeof owner) =>
    (await getEntry(viewer, id)).appearances[0]?.quotes[0]?.demands.length
  expect(await ties(owner)).toBe(1)
  expect(await ties(inRole(owner, 'viewer'))).toBe(0)
})
