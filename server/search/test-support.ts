import { searchFilters, type AddressParams } from '@/lib/search/filters'
import type { SearchResult } from '@/lib/search/result'
import type { Viewer } from '../auth/viewer'
import { searchRecords } from './queries'

/** Searches as the page would, from the parameters of an address. */
export async function search(viewer: Viewer, q: string, more: AddressParams = {}) {
  return searchRecords(viewer, searchFilters({ q, ...more }).filters)
}

/** The ids of what is found on the first page. */
export async function idsFound(viewer: Viewer, q: string, more: AddressParams = {}) {
  return (await search(viewer, q, more)).results.map(({ id }) => id)
}

/** A result as one line, its marks in brackets. */
export function asLine({ title, passages }: SearchResult): string {
  const line = (pieces: SearchResult['title']) =>
    pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
  return [line(title), ...passages.map(({ label, pieces }) => `${label}: ${line(pieces)}`)].join(
    ' | ',
  )
}

/** An entry with words in every part, which tests look for. */
export const rally = {
  kind: 'rally' as const,
  title: 'Rally at the Spheres',
  summary: 'Workers read a letter aloud – “no more contracts” – and marched off.',
  date: '13 Feb 2026',
  place: 'Amazon Spheres, Seattle',
  participants: 'Amazon workers and José Muñoz’s union/local',
  tags: 'surveillance',
  privateNote: 'The permit was refused twice.',
  organizations: [{ name: 'Ring', part: 'target' }],
  appearances: [
    {
      name: 'Ana Çelik',
      description: 'a warehouse worker',
      quotes: [{ text: 'We will not build doorbells that inform.' }],
    },
  ],
  placeClaims: [{ value: 'Denny Park', saidBy: 'a photograph’s caption' }],
}
