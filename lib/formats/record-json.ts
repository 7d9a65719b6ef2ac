import { isOptional, plainFieldNames, type PlainTexts } from '../entries/fields/plain'
import type { SharedEntry } from '../shares/record'
import { lossOf, type Download, type Written } from './download'

/** The record as a link shows it, complete and in our own names; version 1 of that form. */
export function recordJson(record: Written): Download {
  const { campaign, publisher, demands, entries, updatedAt } = record
  const head = {
    format: 'throughline-share',
    version: 1,
    updatedAt,
    campaign,
    ...(publisher && { publisher }),
    demands: demands.map(({ proposals: _proposals, ...demand }) => demand),
  }
  const parts: string[] = []
  for (const entry of entries) parts.push(indented(contentOf(entry)))
  const open = JSON.stringify(head, null, 1).replace(/\n\}$/, ',\n "entries": [')
  const close = parts.length > 0 ? '\n ]\n}\n' : ']\n}\n'
  return {
    text: `${open}${parts.join(',')}${close}`,
    type: 'application/json; charset=utf-8',
    loss: lossOf(record),
  }
}

/** As it would stand in a list within an object. */
function indented(value: unknown): string {
  return `\n${JSON.stringify(value, null, 1)}`.replaceAll('\n', '\n  ')
}

function contentOf({ tags, photos, links, ...entry }: SharedEntry) {
  return {
    // An empty text would say that there is such a field.
    ...withoutEmpty(entry),
    // The pictures themselves are not in the file: what is said of them is.
    photos: photos.map(({ caption, credit, alt }) => ({ caption, credit, alt })),
    links: links.map(({ entry: { campaign: _campaign, ...other }, ...link }) => ({
      ...link,
      entry: other,
    })),
    ...(tags.length > 0 && { tags }),
  }
}

function withoutEmpty<Entry extends PlainTexts>(entry: Entry): Partial<Entry> {
  const left: Partial<Entry> = { ...entry }
  for (const name of plainFieldNames())
    if (entry[name] === '' && isOptional(name)) delete left[name]
  return left
}
