import 'server-only'
import { withViewer } from '@/server/db'
import { createEntry, updateEntry } from '@/server/entries/mutations'
import { word } from '@/server/testing/canary'
import { entryInput, type World } from '@/server/testing/world'

/** Takes back what was public when the editions were frozen. */
export async function takeBack({ owner, campaign }: World): Promise<void> {
  const input = (title: string, version?: number) =>
    entryInput({ title, ...(version && { version }) })
  const { id } = await createEntry(owner, campaign.slug, input(`A rally by ${word('oldTitle')}`))
  await updateEntry(owner, id, input('A rally', 1), {})
  await withViewer(owner, async (tx) => {
    await tx.person.updateMany({
      where: { name: { in: ['withdrawnPerson', 'removed'].map((one) => `${word(one)} Person`) } },
      data: { consent: 'hidden' },
    })
    await tx.entry.updateMany({
      where: { title: 'Taken back' },
      data: { placePrecision: 'hidden', summary: 'They marched.' },
    })
    await tx.entry.updateMany({
      where: { title: word('withdrawnEntry') },
      data: { status: 'draft' },
    })
    const removed = await tx.person.findFirstOrThrow({
      where: { name: `${word('removed')} Person` },
    })
    await tx.appearance.deleteMany({ where: { personId: removed.id } })
    await tx.person.updateMany({ where: { id: removed.id }, data: { name: 'Somebody else' } })
  })
}
