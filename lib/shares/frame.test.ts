import { expect, it } from 'vitest'
import { frameSnippet } from './frame'

it('comes in three sizes', () => {
  const heights = (['small', 'medium', 'large'] as const).map(
    (size) =>
      /height="(\d+)"/.exec(frameSnippet('https://record.example.org/s/abc', 'x', size))?.[1],
  )
  expect(new Set(heights).size).toBe(3)
})

it('keeps what a title holds inside its attribute', () => {
  const html = frameSnippet(
    'https://record.example.org/s/abc?a=1&b=2',
    '"><script>x</script> & more',
  )
  expect(html.match(/</g)).toHaveLength(2)
  expect(html).toContain(
    'title="Campaign record: &quot;&gt;&lt;script&gt;x&lt;/script&gt; &amp; more"',
  )
  expect(html).toContain('src="https://record.example.org/s/abc?a=1&amp;b=2"')
})
