import { expect, it } from 'vitest'
import { readPair } from '../places'
import { isWrittenList, itemsOf, sourcesOf, textOf } from './cells'
import { textOfHtml } from './html-text'
import { checkRow } from './check-rows'
import { planFor } from './plan'
import { propose } from './propose'
import { readTable } from './read-table'

const LONG = 40_000
const HABITS = { today: '2026-03-01' }

const texts = [
  `12${' '.repeat(LONG)}x`,
  `12${' '.repeat(LONG)},${' '.repeat(LONG)}34x`,
  `['a'${' '.repeat(LONG)}x]`,
  `[${'1,'.repeat(LONG / 2)}x]`,
  `https://a.org y${'-'.repeat(LONG)}x`,
  `https://a.org/${')'.repeat(LONG)}a`,
  `https://a.org/${'.'.repeat(LONG)}a`,
  '<!--'.repeat(LONG / 4),
  '<script>'.repeat(LONG / 8),
  `<a ${'href="x" '.repeat(LONG / 9)}`,
  `<a ${'href="x" '.repeat(LONG / 9)}>${'<b>'.repeat(LONG / 3)}`,
  `</p${' '.repeat(LONG)}x`,
]

it.each(texts.map((text) => [text.slice(0, 20), text]))(
  'reads a long cell in little time: %s',
  (_, text) => {
    const begun = performance.now()
    readPair(text)
    isWrittenList(text)
    itemsOf(text)
    textOf(text)
    sourcesOf(text)
    textOfHtml(text)
    const bytes = new TextEncoder().encode(`a,Source\n"${text.replaceAll('"', '""')}",y`)
    const { table } = readTable(bytes, 'UTC')
    const plan = planFor(table, propose(table, HABITS).mapping, HABITS, 'sheet.csv')
    for (const row of table.rows) checkRow(row, table, plan)
    expect(performance.now() - begun).toBeLessThan(1_500)
  },
  20_000,
)

it('still reads lists, pairs and the ends of addresses', () => {
  expect(itemsOf('[ \'a\' , "b", None, 3 ,]')).toEqual(['a', 'b', '3'])
  expect(isWrittenList(' [ ] ')).toBe(true)
  expect(isWrittenList("['a' 'b']")).toBe(false)
  expect(isWrittenList('[a]')).toBe(false)
  expect(readPair(' 47.6°  N ,\n 122.3° W ')).toEqual({ latitude: '47.6', longitude: '-122.3' })
  expect(readPair('47.6122.3')).toBeNull()
  expect(sourcesOf('The Daily (https://a.org/1).')).toEqual([
    { url: 'https://a.org/1', title: 'The Daily' },
  ])
})

it('still reads the text of a little HTML', () => {
  expect(
    textOfHtml(
      '<p>One <!-- no --><A class="x" HREF=\'https://a.org\'>a <b>link</b></A></p><p>5 < 6',
    ),
  ).toBe('One a link (https://a.org)\n\n5 < 6')
  expect(textOfHtml('a<style>p { }</style >b<br/>c<article>d</article>')).toBe('ab\ncd')
  expect(textOfHtml('<a href="/x">y</a> &amp; <!-- never closed')).toBe('y & <!-- never closed')
})
