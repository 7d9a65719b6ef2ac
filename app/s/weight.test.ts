import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { systemViewer } from '@/server/auth/viewers'
import { getCampaign } from '@/server/campaigns/queries'
import { addSample } from '@/server/sample/founding-record'
import { createShare } from '@/server/shares/links/mutations'
import { newWorld } from '@/server/testing/world'
import { get } from './crawl'

aTestDatabase()

/** With its style, which scripts/server/shared-style.test.ts bounds, 14 KB. */
const MOST = 14 * 1024 - 3_900

it('the page of a record of six entries, with its drawing, has few bytes and no script', async () => {
  const { owner } = await newWorld()
  const { slug } = await addSample(systemViewer(owner.workspaceId))
  const { id } = await getCampaign(owner, slug)
  const { url } = await createShare(owner, shareSchema.parse({ campaign: id, undecided: 'shown' }))
  const html = await (await get(url)).text()
  expect(html.match(/<article/g)).toHaveLength(6)
  expect(html).toContain('class="drawing')
  expect(html).not.toContain('<script')
  expect(gzipSync(html, { level: 9 }).length).toBeLessThan(MOST)
})
