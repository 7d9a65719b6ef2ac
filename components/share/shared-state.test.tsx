import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { State } from './shared-state'

const state = {
  ...{ demands: [], requests: null, asOf: '2026-02-13', address: '/s/x', count: 1 },
}

it('opens the page of one entry, which has no timeline, without a name within it', () => {
  expect(renderToStaticMarkup(<State {...state} isOne />)).toContain('href="/s/x"')
  expect(renderToStaticMarkup(<State {...state} />)).toContain('href="/s/x#timeline"')
})
