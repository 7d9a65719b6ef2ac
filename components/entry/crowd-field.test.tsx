import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { entrySchema } from '@/lib/schemas/entry'
import { CrowdField } from './crowd-field'

/** What the field says of a text, and its buttons, as a page has them before script. */
function said(text: string): string {
  const html = renderToStaticMarkup(
    <CrowdField name="crowd" label="Crowd size" defaultValue={text} />,
  )
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe('the size of a crowd in the form', () => {
  it('is shown in the numbers that were understood', () => {
    expect(said('hundreds of villagers')).toContain('Understood: 200 or more')
    expect(said('couple dozen')).toContain('Understood: about 24')
    expect(said('a crowd of protesters')).not.toContain('Understood')
  })

  it('offers the numbers that may be meant', () => {
    expect(said('dozens; about 60')).toMatch(/24 or more.*about 60/)
    expect(said('2.000')).toMatch(/2 2,000 Keep the words/)
  })
})

it('saves words without a number rather than refuse them', () => {
  const crowd = entrySchema('rally', '2026-11-28').shape.crowd
  for (const words of ['35 cars', 'a good turnout', 'dozens; about 60', 'one in three'])
    expect(crowd.parse(words)).toEqual({ low: null, high: null, words })
})
