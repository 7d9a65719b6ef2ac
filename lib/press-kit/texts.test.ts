import { expect, it } from 'vitest'
import type { CitationDto } from '../record'
import { ATTACK, entry, later } from '../formats/test-support'
import { pressKitBlocks } from './blocks'
import { asMarkdown, asPlainText, captionText } from './texts'

const cited: CitationDto = {
  ...{ id: 'c', exact: '' },
  source: {
    ...{ id: 's', title: 'The *report*', url: 'https://news.example.org/1' },
    ...{ publisher: 'A paper', published: '', kind: 'news' },
  },
}
const kit = {
  campaign: { title: 'End *it*', summary: 'What\n\nwe want.', timeZone: 'UTC' },
  publisher: null,
  demands: [],
  entries: [{ ...entry, citations: [cited] }, later],
  ...{ count: 300, address: 'https://record.example.org/s/x', now: new Date('2026-11-29T04:00Z') },
}
const picture = {
  file: 'pictures/001.jpg',
  caption: 'The gate',
  credit: 'A. Photographer',
  alt: '',
}
const blocks = pressKitBlocks(kit, ({ id }) => (id === entry.id ? [picture] : []))

it('is a document in Markdown in which nothing that people wrote is markup', () => {
  const text = asMarkdown(blocks)
  expect(text).toMatch(/^# End \\\*it\\\*\n\nWhat\n\nwe want\.\n/)
  expect(text).not.toMatch(/(?<!\\)</)
  expect(text).toContain('\\<img')
  expect(text).toMatch(/\n## What happened\n[\s\S]*\n## Notes\n/)
  expect(text).toContain('- **1.** A paper, The \\*report\\*, https://news.example.org/1')
  expect(text).toContain('The first 2 of 300 entries.')
})

it('is the same as plain text, with the words as they were written', () => {
  const text = asPlainText(blocks)
  expect(text).toMatch(/^End \*it\*\n=+\n/)
  expect(text).toContain(ATTACK)
  expect(text).toContain('Picture: pictures/001.jpg. The gate. Credit: A. Photographer')
  expect(text).toContain('as it stood on Sun 29 Nov 2026')
  expect(text).toContain('https://record.example.org/s/x')
  expect(text).toMatch(/Not in this press kit: entries after the first 200 \(298\)\./)
})

it('has the caption and the credit of a picture beside it', () => {
  expect(captionText(picture, entry.title)).toContain(
    'Caption: The gate\nCredit: A. Photographer\n',
  )
})
