import { isOptional, plainFieldNames, type PlainTexts } from '../entries/fields/plain'
import type { SharedRecord } from '../shares/record'
import { lossOf, type Download } from './download'

/** The record as a link shows it, complete and in our own names; version 1 of that form. */
export function recordJson(record: SharedRecord): Download {
  const { campaign, demands, entries, updatedAt } = record
  const content = {
    format: 'throughline-share',
    version: 1,
    updatedAt,
    campaign,
    demands: demands.map(({ proposals: _proposals, ...demand }) => demand),
    // An empty text would say that there is such a field.
    entries: entries.map(({ tags, photos, links, ...entry }) => ({
      ...withoutEmpty(entry),
      // The pictures themselves are not in the file: what is said of them is.
      photos: photos.map(({ caption, credit, alt }) => ({ caption, credit, alt })),
      links: links.map(({ entry: { campaign: _campaign, ...other }, ...link }) => ({
        ...link,
        entry: other,
      })),
      ...(tags.length > 0 && { tags }),
    })),
  }
  return {
    text: `${JSON.stringify(content, null, 1)}\n`,
    type: 'application/json; charset=utf-8',
    loss: lossOf(record),
  }
}

function withoutEmpty<Entry extends PlainTexts>(entry: Entry): Partial<Entry> {
  const left: Partial<Entry> = { ...entry }
  for (const name of plainFieldNames())
    if (entry[name] === '' && isOptional(name)) delete left[name]
  return left
}
