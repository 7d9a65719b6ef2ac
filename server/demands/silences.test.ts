import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPending } from '@/lib/demands/clock'
import { keysOf, standingLabels } from '@/lib/schemas/words'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { logEntry, newWorld } from '../testing/world'
import { listDemands } from './queries'
import { listSilences } from './silences'

useTestDatabase()

const TARGETS = Array.from({ length: 30 }, (_, n) => `Target ${n}`)
const DAYS = ['2026-02-14', '2026-02-15', '2026-02-16']

// Two may be written in one millisecond: the database counts a thousand parts of one.
const assessment = fc.record({
  id: fc.uuid(),
  standing: fc.constantFrom(...keysOf(standingLabels)),
  firstDay: fc.constantFrom(...DAYS),
  createdAt: fc.constantFrom('10:00:00.000100Z', '10:00:00.000900Z', '11:00:00.000000Z'),
})

it('says of each target what the ledger says of it, on every day', async () => {
  const { workspaceId, owner, campaign } = await newWorld()
  await logEntry(owner, campaign, {
    ...{ title: 'First', date: '13 Feb 2026' },
    demands: [{ wording: 'End it.', targets: TARGETS.join('; ') }],
  })
  const [demand] = await listDemands(owner, campaign.id)
  const lists = fc.sample(fc.array(assessment, { maxLength: 5 }), { numRuns: 30, seed: 2026 })
  for (const [n, list] of lists.entries())
    for (const { id, standing, firstDay, createdAt } of list)
      await withViewer(
        owner,
        (tx) => tx.$executeRaw`
          insert into assessment (workspace_id, id, demand_id, organization_id, standing, edtf,
            first_day, last_day, created_at, decided_by, decided_at)
          values (${workspaceId}::uuid, ${id}::uuid, ${demand?.id}::uuid,
            ${demand?.targets[n]?.id}::uuid, ${standing}::standing, ${firstDay},
            ${firstDay}::date, ${firstDay}::date, ${`2026-02-20T${createdAt}`}::timestamptz,
            ${owner.memberId}::uuid, now())`,
      )
  for (const asOf of ['2026-02-13', ...DAYS]) {
    const { silences } = await listSilences(owner, campaign.slug, { asOf, limit: 100 })
    const [ledger] = await listDemands(owner, campaign.id, { asOf })
    const owing = ledger?.targets.filter(({ standing }) => isPending(standing))
    const lines = (all: { name: string; standing: string }[] = []) =>
      all.map(({ name, standing }) => `${name}: ${standing}`).sort()
    expect(
      lines(silences.map(({ organization: { name }, standing }) => ({ name, standing }))),
    ).toEqual(lines(owing))
  }
})
