import { describe, expect, it } from 'vitest'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { createShare } from '@/server/shares/links/mutations'
import { logRally, newCampaign } from '@/server/shares/test-support'
import { get } from './crawl'
import { shareOf, words } from './test-support'

aTestDatabase()

describe('what is private', () => {
  const canary = 'Zyxwvutsrqponm'

  it('is in no byte that a link serves', async () => {
    const made = await newCampaign()
    const { operator, campaign } = made
    const published = await logRally(operator, campaign.slug, {
      title: `Rally with ${canary} Person`,
      summary: `${canary.toUpperCase()} PERSON spoke; ${canary} Person also wrote.`,
      participants: `Workers and ${canary} Person`,
      place: `${canary} Street 5, Seattle`,
      placePrecision: 'town',
      placeClaims: [{ value: `${canary} Street 5, Seattle`, saidBy: 'the poster' }],
      privateNote: `Call ${canary}`,
      tags: canary,
      appearances: [
        {
          name: `${canary} Person`,
          description: `${canary} Person, who asked to stay out`,
          quotes: [{ text: `I, ${canary}, said this` }],
        },
        {
          name: 'Nadia Example',
          consent: 'named',
          consentReason: `agreed by telephone with ${canary}`,
          quotes: [{ text: `${canary} off the record`, consent: 'hidden' }],
        },
      ],
    })
    await logRally(operator, campaign.slug, { title: `${canary} draft`, status: 'draft' })
    await logRally(operator, campaign.slug, { title: `${canary} review`, status: 'in_review' })
    const trashed = await logRally(operator, campaign.slug, { title: `${canary} trash` })
    await withViewer(operator, async (tx) => {
      await tx.entry.updateMany({ where: { id: trashed.id }, data: { trashedAt: new Date() } })
      await tx.campaign.updateMany({ data: { summary: `Written by ${canary} Person` } })
    })
    const { url } = await createShare(operator, {
      campaign: campaign.id,
      lens: 'press',
      expires: null,
      label: `for ${canary}`,
    })
    const response = await get(url)
    const html = await response.text()
    const bytes = JSON.stringify([...response.headers]) + html
    expect(html).toContain('Nadia Example')
    expect(html).toContain('Seattle')
    expect(bytes.toLowerCase()).not.toContain(canary.toLowerCase())
    expect(bytes).not.toContain(published.id)
    // The same word is there once the person agrees, so it was looked for in the right place.
    await withViewer(operator, (tx) => tx.person.updateMany({ data: { consent: 'named' } }))
    expect(await (await get(url)).text()).toContain(canary)
  })

  it('goes as soon as a consent is withdrawn', async () => {
    const made = await newCampaign()
    const { operator, campaign } = made
    await logRally(operator, campaign.slug, {
      appearances: [{ name: 'Nadia Example', consent: 'named', consentReason: 'said so' }],
    })
    const { url } = await shareOf(made)
    const before = await get(url)
    expect(await before.text()).toContain('Nadia Example')
    await withViewer(operator, (tx) => tx.person.updateMany({ data: { consent: 'hidden' } }))
    const known = { 'if-none-match': before.headers.get('etag') ?? '' }
    const after = await get(url, known)
    expect(after.status).toBe(200)
    expect(await after.text()).not.toContain('Nadia')
  })

  it('writes what people typed as text', async () => {
    const made = await newCampaign('<script>alert(1)</script>')
    const attack = '"><img src=x onerror=alert(1)>'
    await logRally(made.operator, made.campaign.slug, {
      title: attack,
      summary: attack,
      place: attack,
      citations: [{ title: attack, url: 'https://example.org/?a="b', exact: attack }].map(
        ({ url: _url, ...rest }) => rest,
      ),
    })
    const html = await (await get((await shareOf(made)).url)).text()
    expect(html).not.toMatch(/<script|<img/)
    expect(words(html).replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(attack)
  })
})
