import { addRow } from '@/components/form/row-adding'
import { openAround, writeField } from '@/components/form/write-field'
import type { FormValues } from '@/lib/forms/state'
import { OWN_SOURCE } from '@/lib/forms/form-data'
import type { Passage } from '@/lib/passages'

/** What marked words of a source become in the form of an entry. */
export type Taking = 'quote' | 'date' | 'demand' | 'passage'

type Place = {
  form: HTMLFormElement
  /** The source that the words are from, and whether it is the first one of the entry. */
  source: { id: string; first: boolean }
  /** The field that was last in, by its name. */
  last: string
}

/** Puts marked words where they belong, into a row that waits for them or into a new one. */
export function takeWords(taking: Taking, words: Passage, place: Place): void {
  const { form, source } = place
  const { exact, ...near } = words
  const cited = { source: source.first ? OWN_SOURCE : source.id }
  switch (taking) {
    case 'quote':
      return takeQuote({ ...near, text: unquoted(exact), ...cited }, place)
    case 'date':
      if (textIn(form, 'date') === '') writeField(form, 'date', exact)
      return addRow(form, 'dateClaims', { value: exact, exact, ...near, ...cited })
    case 'demand':
      return addRow(form, 'demands', { wording: exact })
    case 'passage': {
      const row = rowsOf(form, 'citations').find(
        (prefix) =>
          textIn(form, `${prefix}.source`) === source.id && textIn(form, `${prefix}.exact`) === '',
      )
      if (row) return fill(form, row, { exact, ...near })
      const title = rowsOf(form, 'citations')
        .filter((prefix) => textIn(form, `${prefix}.source`) === source.id)
        .map((prefix) => textIn(form, `${prefix}.title`))[0]
      return addRow(form, 'citations', { source: source.id, title: title ?? '', exact, ...near })
    }
  }
}

/** Puts words into the field that was last in, where the caret stood in it. */
export function putInField(form: HTMLFormElement, name: string, { exact, ...near }: Passage): void {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const { value } = field
  const from = field.selectionStart ?? value.length
  const to = field.selectionEnd ?? value.length
  const before = value.slice(0, from)
  const blank = before !== '' && !/\s$/.test(before) ? ' ' : ''
  writeField(form, name, `${before}${blank}${exact}${value.slice(to)}`)
  if (value === '') fillNear(form, name.slice(0, name.lastIndexOf('.')), near)
  field.focus()
}

// Words belong to whoever was last written of, or to a person who is still to be named.
function takeQuote(values: FormValues, { form, last }: Place): void {
  const people = rowsOf(form, 'appearances')
  const person = people.find((prefix) => last.startsWith(`${prefix}.`)) ?? people.at(-1)
  if (!person)
    return addRow(
      form,
      'appearances',
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [`quotes.0.${name}`, value]),
      ),
    )
  const quotes = `${person}.quotes`
  const empty = rowsOf(form, quotes).find((prefix) => textIn(form, `${prefix}.text`) === '')
  if (empty) fill(form, empty, values)
  else addRow(form, quotes, values)
}

function fill(form: HTMLFormElement, prefix: string, values: FormValues): void {
  const [first = ''] = Object.keys(values)
  // The words come before what stands around them, which they would take away.
  const ordered = Object.entries(values).sort(([one], [other]) => order(one) - order(other))
  for (const [name, value] of ordered) writeField(form, `${prefix}.${name}`, String(value))
  const field = form.elements.namedItem(`${prefix}.${'text' in values ? 'text' : first}`)
  if (!(field instanceof HTMLElement)) return
  openAround(field)
  field.focus()
}

const order = (name: string) => (name === 'prefix' || name === 'suffix' ? 1 : 0)

function fillNear(form: HTMLFormElement, prefix: string, near: Omit<Passage, 'exact'>): void {
  for (const [name, value] of Object.entries(near)) writeField(form, `${prefix}.${name}`, value)
}

/** The rows of a group as their names begin, in the order of the form. */
function rowsOf(form: HTMLFormElement, group: string): string[] {
  const found = new Set<string>()
  for (const element of form.elements) {
    const name = element.getAttribute('name') ?? ''
    if (name.startsWith(`${group}.`))
      found.add(
        name
          .split('.')
          .slice(0, group.split('.').length + 1)
          .join('.'),
      )
  }
  return [...found]
}

function textIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

// The form asks for the words without the marks around them.
function unquoted(words: string): string {
  return words.replace(/^[“"„«]\s*/, '').replace(/\s*[”"“»]$/, '')
}
