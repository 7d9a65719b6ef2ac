import { expect, it } from 'vitest'
import { withLanguages } from './languages'

it.each([
  ['No vamos a parar hasta que cierren los contratos.', 'es'],
  ['Wir hören nicht auf, bis die Verträge enden.', 'de'],
  ['لن نتوقف حتى يتم إنهاء العقود', 'ar'],
  ['לא נפסיק עד שיבטלו את החוזים', 'he'],
  ['Chúng tôi sẽ không dừng lại', 'vi'],
])('says the language of “%s”', async (text, language) => {
  expect(await withLanguages(`<p dir="auto" class="sentence">${text}</p>`)).toBe(
    `<p dir="auto" lang="${language}" class="sentence">${text}</p>`,
  )
})

it('says it of a title that is a link, of a demand, and of a passage', async () => {
  const text = 'Los trabajadores de Amazon marchan en Seattle'
  const html = await withLanguages(
    `<h3 dir="auto"><a href="/e/1">${text}</a></h3><bdi>${text}</bdi><q dir="auto">${text}</q>`,
  )
  expect(html.match(/ lang="es"/g)).toHaveLength(3)
  expect(html).toContain(`<h3 dir="auto" lang="es"><a href="/e/1">`)
  expect(html).toContain(`<bdi lang="es">`)
})

it.each([
  'Police pepper spray journalist',
  'Police shoot rubber bullet at protester',
  'Journalist shot in arm',
  'Officer shove compliant protesters',
  'Enough.',
  'on Feb. 13, 2026',
  'Amazon',
  '300',
  'a &lt;b lang=&quot;es&quot;&gt; sign',
])('says nothing of “%s”', async (text) => {
  const html = `<p dir="auto">${text}</p><bdi>${text}</bdi>`
  expect(await withLanguages(html)).toBe(html)
})

it('takes no short name for a text in any language', async () => {
  for (const name of [
    'Maren Costa',
    'María del Carmen',
    'Glovo Barcelona',
    'Rosa Luxemburg Stiftung',
  ])
    expect(await withLanguages(`<bdi>${name}</bdi>`)).toBe(`<bdi>${name}</bdi>`)
})

it('leaves everything else in a page as it is', async () => {
  const html =
    '<!doctype html><html lang="en"><p>No vamos a parar hasta que cierren.</p><p dir="auto"></p>' +
    '<p dir="auto"><b>La lucha sigue en todas partes</b></p></html>'
  expect(await withLanguages(html)).toBe(html)
})
