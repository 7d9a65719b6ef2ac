import { parseHTML } from 'linkedom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { FormContext, useForm } from '@/components/form/form-context'
import { dateHabitsOf } from '@/lib/dates/habits'
import { formGroups, type FormGroup } from '@/lib/entries/fields/groups'
import { entryFieldList } from '@/lib/entries/fields/index'
import { groupedFields } from '@/lib/entries/grouped-fields'
import type { FieldErrors, FormValues } from '@/lib/forms/state'
import { formKinds } from '@/lib/kinds/form'
import { EntryFields } from './entry-fields'
import { EntryForm } from './entry-form'

const SOURCES = [
  { id: 'undated', name: 'A', note: '' },
  { id: 'dated', name: 'B', note: '', day: '2026-02-13' },
]
const choices = {
  ...{ campaignId: 'c', slug: 'c', entryId: 'e', kinds: formKinds(), groups: groupedFields() },
  ...{ usedKinds: [], organizations: [], people: [], demands: [], sources: SOURCES },
}
const habits = dateHabitsOf({ dayOrder: 'ask', weekStart: 'sunday' }, '2026-03-01')

// A row of each group, so that the fields of its rows stand in the form.
const ROWS = {
  ...{ 'organizations.0.name': 'Ring', 'appearances.0.name': 'Ana', 'demands.0.wording': 'Stop' },
  ...{ 'citations.0.title': 'News', 'dateClaims.0.value': '12 Feb', 'placeClaims.0.value': 'Here' },
  ...{ 'crowdClaims.0.value': '12', 'photos.0.photo': 'p', 'links.0.entry': 'Another' },
  ...{ 'disputes.0.saidBy': 'Amazon', 'replies.0.organization': 'Amazon' },
}

function form(base: FormValues, errors: FieldErrors = {}) {
  function Fields() {
    return (
      <FormContext value={{ ...useForm(), base, errors }}>
        <EntryFields choices={choices} mayPublish />
      </FormContext>
    )
  }
  const html = renderToStaticMarkup(
    <DateHabitsProvider habits={habits}>
      <Fields />
    </DateHabitsProvider>,
  )
  return parseHTML(`<!doctype html><body>${html}</body>`).document
}

function partOf(document: Document, part: FormGroup): Element {
  const found = document.querySelector(`details[data-part="${part}"]`)
  if (!found) throw new Error(`The form has no part ${part}.`)
  return found
}

describe('the form of an entry', () => {
  const whole = form({ kind: 'rally', ...ROWS })
  const inquiry = form({ kind: 'no_reply' })

  it.each(entryFieldList().filter(([name]) => name !== 'details'))(
    'asks for %s in the part that its definition names',
    (name, { group }) => {
      const document = name === 'inquiry' ? inquiry : whole
      const fields = [...document.querySelectorAll('[name]')].filter(
        (field) => field.getAttribute('name')?.split('.')[0] === name,
      )
      expect(fields.length).toBeGreaterThan(0)
      for (const field of fields)
        expect(field.closest('[data-part]')?.getAttribute('data-part') ?? 'essentials').toBe(group)
    },
  )

  it('counts a day without a date from the day of the first source that has one', () => {
    const understood = (base: FormValues) => {
      const document = form({ kind: 'rally', date: 'Thursday', ...base })
      const said = [...document.querySelectorAll('p')].map(({ textContent }) => textContent)
      return said.find((text) => text.startsWith('Understood'))
    }
    expect(understood({})).toBeUndefined()
    expect(
      understood({ 'citations.0.source': 'undated', 'citations.0.title': 'A' }),
    ).toBeUndefined()
    expect(understood({ 'citations.0.source': 'undated', 'citations.1.source': 'dated' })).toBe(
      'Understood: Thu 12 Feb 2026',
    )
  })

  it.each([
    ['appearances.0', 'Person 1: Ana · speaker'],
    ['demands.0', 'Demand 1: Stop'],
    ['citations.0', 'Source 1: News'],
    ['dateClaims.0', 'Claim 1: 12 Feb'],
    ['placeClaims.0', 'Claim 1: Here'],
    ['crowdClaims.0', 'Claim 1: 12'],
  ])('shows %s as one line, which opens to be edited', (row, line) => {
    const fold = whole.querySelector(`details[data-row-fold="${row}"]`)
    expect(fold?.hasAttribute('open')).toBe(false)
    expect(fold?.querySelector('summary')?.textContent).toBe(line)
    expect(fold?.querySelector(`input[name^="${row}."]:not([type=hidden])`)).not.toBeNull()
  })

  it('shows each of several quotes as one line within its person', () => {
    const quotes = { 'appearances.0.quotes.0.text': 'Stop', 'appearances.0.quotes.1.text': 'Now' }
    const document = form({ kind: 'rally', ...ROWS, ...quotes })
    const lines = [...document.querySelectorAll('[data-row-fold^="appearances.0.quotes"] summary')]
    expect(lines.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Quote 1: “Stop”', 'Quote 2: “Now”']),
    )
  })

  it.each([
    ['holds nothing', { 'demands.0._row': '' }, {}],
    ['is to be fixed', ROWS, { 'demands.0.targets': ['Say who must do it.'] }],
  ])('opens a row that %s', (_, base, errors: FieldErrors) => {
    const document = form({ kind: 'rally', ...base }, errors)
    expect(document.querySelector('[data-row-fold="demands.0"]')?.hasAttribute('open')).toBe(true)
  })

  it('opens nothing that holds nothing, and says so', () => {
    const document = form({ kind: 'rally', placePrecision: 'exact', status: 'draft' })
    for (const part of document.querySelectorAll('[data-part]')) {
      expect(part.hasAttribute('open')).toBe(false)
      expect(part.querySelector('summary')?.textContent).toMatch(/none$/)
    }
    expect(document.querySelectorAll('[data-part]')).toHaveLength(
      Object.keys(formGroups).length - 1,
    )
  })

  it.each<[FormGroup, FormValues, string]>([
    ['photos', { 'photos.0.photo': 'a', 'photos.1.photo': 'b' }, 'Photos2'],
    ['opposition', { arrests: '4', policeMeasures: 'Tear gas' }, 'Arrests, Police measures'],
    ['accounts', { 'dateClaims.0.value': '12 Feb', dateReason: 'x' }, 'Why this date'],
    ['accounts', { placeReason: 'As the union says' }, 'Why this place'],
    ['details', { placePrecision: 'hidden' }, 'Place in shares'],
  ])('opens %s where it holds something, and says what', (part, values, words) => {
    const opened = partOf(form({ kind: 'rally', ...values }), part)
    expect(opened.hasAttribute('open')).toBe(true)
    expect(opened.querySelector('summary')?.textContent).toContain(words)
  })

  it('keeps a reason that stands without a claim', () => {
    const document = form({ kind: 'rally', placeReason: 'As the union says' })
    expect(document.querySelector('[name=placeReason]')?.getAttribute('value')).toBe(
      'As the union says',
    )
  })

  it('opens what holds a row that was asked for before script', () => {
    const document = form({ kind: 'rally', 'links.0._row': '' })
    expect(partOf(document, 'links').hasAttribute('open')).toBe(true)
  })

  it('opens what holds something to be fixed', () => {
    const document = form({ kind: 'rally' }, { 'placeClaims.0.value': ['Say which place.'] })
    expect(partOf(document, 'accounts').hasAttribute('open')).toBe(true)
    expect(partOf(document, 'photos').hasAttribute('open')).toBe(false)
  })
})

describe('the buttons of the form', () => {
  const buttons = (mayPublish: boolean, status?: string) => {
    const { entryId: _entry, ...logging } = choices
    const html = renderToStaticMarkup(
      <DateHabitsProvider habits={habits}>
        <EntryForm
          action={(state) => Promise.resolve(state)}
          choices={status ? choices : logging}
          initial={status ? { status } : {}}
          draft={{ form: 'f', key: '' }}
          mayPublish={mayPublish}
        />
      </DateHabitsProvider>,
    )
    const { document } = parseHTML(`<!doctype html><body>${html}</body>`)
    return [...document.querySelectorAll('[data-form-bar] button')].map(
      (button) => `${button.textContent} ${button.getAttribute('value') ?? ''}`,
    )
  }

  it('are for what this member may do', () => {
    expect(buttons(true)).toEqual(['Publish published', 'Save as draft draft'])
    expect(buttons(false)).toEqual(['Send to review in_review', 'Save as draft draft'])
    expect(buttons(true, 'published')).toEqual(['Save changes '])
    expect(buttons(true, 'draft')).toEqual(['Save changes ', 'Save and publish published'])
    expect(buttons(false, 'draft')).toEqual(['Save changes ', 'Send to review in_review'])
    expect(buttons(false, 'in_review')).toEqual(['Save changes '])
  })
})
