import { parseCrowd } from '../crowd'
import type { FormValues } from '../forms/state'
import { findKind, kindOf } from '../kinds/index'
import { readPair } from '../places'
import { textOf } from './cells'
import { textOfHtml } from './html-text'
import { firstPair, placesOf } from './row-places'
import {
  constantsOf,
  filled,
  firstSentence,
  foundIn,
  labelledLines,
  listed,
  type Found,
  type Plan,
} from './row-cells'
import { kindOfTitle, kindsOf } from './row-kinds'
import { peopleIn, sourcesIn, type RowParts } from './row-lists'
import type { TableRow } from './table'
import { isPlain, type Target } from './targets'
import { whenOf, type WhenParts } from './when'

/** A row as the entry's form would send it. */
export type RowValues = {
  values: FormValues
  /** The column that a field of the form came from, by the field's name. */
  from: Map<string, string>
}

/** Makes of a row what the entry's form would send. */
export function rowValues(row: TableRow, plan: Plan): RowValues {
  return new Reader(row, plan).read()
}

class Reader {
  private readonly values: FormValues = {}
  private readonly from = new Map<string, string>()
  private readonly found: Map<Target, Found[]>
  private readonly beside: string[] = []

  constructor(
    private readonly row: TableRow,
    private readonly plan: Plan,
  ) {
    this.found = foundIn(row, plan)
  }

  read(): RowValues {
    this.kind()
    this.when()
    this.where()
    this.crowd()
    for (const target of ['accordingTo', 'crowdCountedBy'] as const) this.put(target, target)
    this.names()
    this.sources()
    this.plain()
    this.put('tags', 'tags', this.items('tags', /[;|,\n]/).join(', '))
    this.telling()
    return { values: this.values, from: this.from }
  }

  private cells(target: Target): Found[] {
    return this.found.get(target) ?? []
  }

  /** The words of all columns that become one thing, or its constant. */
  private words(target: Target, between = ', '): string {
    const texts = this.cells(target).map(({ cell }) => textOf(cell))
    const words = [...new Set(texts)].join(between)
    return words || filled(this.plan.mapping.constants[target] ?? '', this.row, this.plan)
  }

  private items(target: Target, separators?: RegExp): string[] {
    const items = this.cells(target).flatMap(({ cell, rule }) => listed(cell, rule, separators))
    const constant = filled(this.plan.mapping.constants[target] ?? '', this.row, this.plan)
    return [...new Set(items.length > 0 || constant === '' ? items : [constant])]
  }

  private put(field: string, target: Target, text = this.words(target)): void {
    if (text === '') return
    this.values[field] = text
    const column = this.cells(target)[0]?.column
    if (column) this.from.set(field, column)
  }

  private rows(group: string, rows: readonly { column: string; parts: RowParts }[]): void {
    for (const [index, { column, parts }] of rows.entries()) {
      this.from.set(`${group}.${index}`, column)
      for (const [name, text] of Object.entries(parts))
        if (text !== '') this.values[`${group}.${index}.${name}`] = text
    }
  }

  /** Says in the summary what a column has, under its name. */
  private tell(target: Target): void {
    for (const { column, cell } of this.cells(target))
      this.beside.push(`${column}: ${textOf(cell)}`)
  }

  private kind(): void {
    const { kind, also, isUntold } = kindsOf(this.found)
    const { constants } = this.plan.mapping
    this.put('kind', 'kind', kind || (constants.kind ?? kindOfTitle(this.words('title', ' '))))
    this.put('alsoKind', 'kind', also)
    if (isUntold) this.tell('kind')
  }

  private when(): void {
    const parts: WhenParts = {
      ...{ date: this.words('date', ' '), endDate: this.words('endDate', ' ') },
      ...{ year: this.words('year'), month: this.words('month'), day: this.words('day') },
      ...{ endYear: this.words('endYear'), endMonth: this.words('endMonth') },
      ...{ endDay: this.words('endDay'), time: this.words('time') },
    }
    const { date, endTime, beside } = whenOf(parts, this.plan.habits, this.plan.exactHours)
    this.put('date', this.cells('date').length > 0 ? 'date' : 'year', date)
    this.put('endTime', 'endDate', endTime)
    if (beside !== '') this.beside.push(beside)
  }

  private where(): void {
    const places = placesOf(this.cells('place'))
    this.put('place', 'place', places.main || this.words('place'))
    this.put('otherPlaces', 'place', places.others.join('\n'))
    const several = this.words('latLon')
    const first = firstPair(this.cells('latLon'), places)
    // Of the other places it is said in words alone where they are.
    if (first !== null) this.beside.push(`${this.cells('latLon')[0]?.column}: ${several}`)
    const pair = first ?? several
    const read = readPair(pair)
    this.put('latitude', 'latLon', read?.latitude ?? pair)
    this.put('longitude', 'latLon', read?.longitude ?? '')
    this.put('latitude', 'latitude', withPoint(this.words('latitude')))
    this.put('longitude', 'longitude', withPoint(this.words('longitude')))
  }

  private crowd(): void {
    const [low, high] = [this.words('crowdLow'), this.words('crowdHigh')]
    const range = low && high ? (low === high ? low : `${low} to ${high}`) : oneBound(low, high)
    // 1.200 is a thousand and two hundred people: no crowd has parts of one.
    const words = this.words('crowd').replaceAll(
      /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,])/g,
      (number) => number.replaceAll('.', ''),
    )
    const said = parseCrowd(words)
    const hasNumber = said.ok && (said.low !== null || said.high !== null)
    if (words === '' || range === '') {
      this.put('crowd', 'crowdLow', range)
      this.put('crowd', 'crowd', words)
      return
    }
    // The other of the two is told beside it, unless it says the same.
    if (!hasNumber) {
      this.put('crowd', 'crowdLow', range)
      this.tell('crowd')
      return
    }
    this.put('crowd', 'crowd', words)
    const [least, most] = [Number(low || high), Number(high || low)]
    if (said.low === least && said.high === most) return
    this.tell('crowdLow')
    this.tell('crowdHigh')
  }

  private names(): void {
    let index = 0
    for (const part of ['actor', 'target', 'subject'] as const)
      for (const name of this.items(part)) {
        this.put(`organizations.${index}.name`, part, name)
        this.values[`organizations.${index}.part`] = part
        index += 1
      }
    this.rows('appearances', peopleIn(this.found, this.items('person')))
  }

  // The file itself is the last of its sources, with the row as the passage.
  private sources(): void {
    const sources = sourcesIn(this.found)
    this.rows('citations', sources)
    const index = sources.length
    const own = this.words('recordId')
    this.values[`citations.${index}.title`] = this.plan.file
    this.values[`citations.${index}.kind`] = 'primary_document'
    this.values[`citations.${index}.exact`] = `Row ${this.row.number}${own && ` (${own})`}`
  }

  private plain(): void {
    const others = this.values.otherPlaces
    const more = this.words('otherPlaces', '\n')
    if (others && more) this.values.otherPlaces = `${String(others)}\n${more}`
    for (const target of [...this.found.keys(), ...constantsOf(this.plan)])
      if (isPlain(target) && target !== 'summary' && !this.values[target])
        this.put(target, target, target === 'otherPlaces' ? this.words(target, '\n') : undefined)
  }

  private telling(): void {
    const { html } = this.plan
    const plain = (text: string) => (html ? textOfHtml(text) : text)
    const told = plain(this.words('telling', '\n\n'))
    const line = (text: string) => plain(text).replaceAll(/\s+/g, ' ')
    this.put('title', 'title', line(this.words('title', ' – ')))
    if (!this.values.title) this.put('title', 'telling', firstSentence(told))
    if (!this.values.title) this.put('title', 'title', this.composedTitle())
    const notes = plain(this.words('summary', '\n\n'))
    if (!this.values.title) this.put('title', 'summary', firstSentence(notes))
    const summary = [notes, told === this.values.title ? '' : told]
    const lines = labelledLines(this.found, this.beside).map(plain)
    const whole = [...summary, lines.join('\n')].filter((text) => text !== '')
    this.put(
      'summary',
      this.cells('telling').length > 0 ? 'telling' : 'summary',
      whole.join('\n\n'),
    )
  }

  /** "Strike at Harbor Freight, Toledo": what is known of it, where the file has no title. */
  private composedTitle(): string {
    const kind = findKind(this.values.kind)
    const at = this.items('target')[0] ?? this.items('actor')[0] ?? ''
    const { place } = this.values
    if (!kind || (at === '' && !place)) return ''
    const label = kindOf(kind).label
    const town = typeof place === 'string' ? place : ''
    if (at === '') return `${label}, ${town}`
    return this.items('target').length > 0
      ? [`${label} at ${at}`, town].filter(Boolean).join(', ')
      : [`${label} by ${at}`, town].filter(Boolean).join(', ')
  }
}

// 50,9375 as spreadsheets in most of Europe write it.
function withPoint(words: string): string {
  return words.replace(/^(-?\d{1,3}),(\d+)$/, '$1.$2')
}

// One bound alone is no exact number.
function oneBound(low: string, high: string): string {
  const words = low ? `at least ${low}` : `up to ${high}`
  return /^\d[\d.,]*$/.test(low || high) ? words : low || high
}
