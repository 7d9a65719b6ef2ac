import { capture } from './capture'
import { readText } from './read-text'
import type { CaptureDirectory, CaptureLanguage } from './types'

const PLACES = ['Toledo', 'Boise', 'Ohio', 'Idaho', 'Denver', 'Chicago', 'Memphis', 'New Jersey']
const nobody: CaptureDirectory = {
  organizations: [],
  people: [],
  isPlace: (name) => PLACES.includes(name),
}

/** What a report of that day gives, for a record that knows nobody and a few towns. */
export const read = (text: string, published = '2026-03-05') =>
  capture(readText(text, { published }), nobody)
/** What a report in another language gives, for a record that knows nobody and no town. */
export const readAbroad = (text: string, language: CaptureLanguage) =>
  capture(
    { ...readText(text, { published: '2026-03-05' }), language },
    { ...nobody, isPlace: () => false },
  )
export const quotes = (text: string) =>
  read(text).quotes.map(({ value }) => [value.speaker, value.text])
export const people = (text: string) => read(text).people.map(({ value }) => value.name)
export const organizations = (text: string) =>
  read(text).organizations.map(({ value }) => value.name)
export const places = (text: string) => read(text).places.map(({ value }) => value)
export const crowds = (text: string) =>
  read(text).crowds.map(({ value }) => [value.low, value.high])
export const silences = (text: string) =>
  read(text).nonResponses.map(({ value }) => [value.organization, value.outcome])
export const demands = (text: string) =>
  read(text).demands.map(({ value }) => [value.wording, ...value.targets])
