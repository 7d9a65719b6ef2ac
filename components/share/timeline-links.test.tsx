import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { TimelinePages } from './timeline-links'

const pages = (first: boolean, next: string | null, whole = false) =>
  renderToStaticMarkup(
    <TimelinePages
      {...{ first, next, whole, order: 'newest', filter: noFilter, count: 1492 }}
      shown={whole ? 600 : 100}
    />,
  )

it('says on paper that a page is not all of the record', () => {
  const said = '<p class="printed">This printout has 100 of the 1,492 entries.'
  expect(pages(true, 'a-cursor')).toContain(said)
  expect(pages(false, null)).toContain(said)
  expect(pages(true, null)).toBe('')
})

it('leads to as many on one page as can be printed at once, and says where that is not all', () => {
  expect(pages(true, 'a-cursor')).toContain('?entries=all#timeline')
  const whole = pages(true, 'a-cursor', true)
  expect(whole).toContain('<p>This page has 600 of the 1,492 entries.')
  expect(whole).not.toContain('On one page')
})

it('goes on with as many on the next page of one that is made to print', () => {
  expect(pages(true, 'a-cursor')).toContain('?after=a-cursor#timeline')
  expect(pages(true, 'a-cursor', true)).toContain('?after=a-cursor&amp;entries=all#timeline')
})
