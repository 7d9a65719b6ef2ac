import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory } from './types'

const PLACES = ['Toledo', 'Boise', 'Ohio', 'Idaho', 'Denver', 'Chicago', 'Memphis', 'New Jersey']
const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => PLACES.includes(name),
}

/** What a report of that day gives, for a record that knows nobody and a few towns. */
export const read = (text: string, published = '2026-03-05') =>
  capture(readText(text, { published }), nobody)
export const quotes = (text: string) =>
  read(text).quotes.map(({ value }) => [value.speaker, value.text])
