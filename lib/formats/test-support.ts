import { emptyEntry } from '../entries/fields/empty'
import { Withholder } from '../people/withholder'
import type { Lens } from '../schemas/words'
import type { LinkedEntry, SharedRecord } from '../shares/record'
import { filesFor } from './files'

export const ATTACK = '</script><img src=x onerror=alert(1)>&"'

export const linked: LinkedEntry = {
  ...emptyEntry(),
  ...{ id: 'a'.repeat(32), kind: 'rally', lane: 'action', status: 'published' },
  ...{ title: `Rally, ${ATTACK}`, summary: 'First line\nsecond; with \\ more', sentence: 'Rally.' },
  ...{ edtf: '2026-02-13', firstDay: '2026-02-13', lastDay: '2026-02-13' },
  ...{ time: '17:30', timeZone: 'America/Los_Angeles' },
  ...{ place: 'Amazon Spheres, Seattle', placePrecision: 'exact' },
  crowd: { low: null, high: null, words: '', countedBy: '' },
  ...{ participants: '=HYPERLINK("x")', accordingTo: null },
  organizations: [{ id: 'o', name: 'Amazon', part: 'target' }],
  appearances: [
    {
      ...{ id: 'p', personId: null, name: 'Maren Costa', role: 'speaker', description: '' },
      ...{ affiliation: '', consent: 'named' },
      quotes: [{ id: 'q', text: ATTACK, consent: null, citations: [], disputes: [], demands: [] }],
    },
  ],
  ...{
    demands: [],
    claims: [],
    disputes: [],
    replies: [],
    citations: [],
    inquiries: [],
    photos: [],
    links: [],
    details: {},
    tags: [],
  },
  ...{ privateNote: '', version: 3, updatedAt: '2026-02-14T03:00:00.000Z' },
  coordinates: { longitude: -122.33, latitude: 47.61, rounded: false },
}
const linkedLater: LinkedEntry = {
  ...linked,
  ...{ id: 'b'.repeat(32), edtf: '2025-11~', firstDay: '2025-11-01', lastDay: '2025-11-30' },
  ...{ time: null, timeZone: null, coordinates: null, lane: 'response', kind: 'retaliation' },
  title: 'Ü'.repeat(60),
}
export const names = new Withholder([])
export const entry = names.showAll(linked)
export const later = names.showAll(linkedLater)
export const record: SharedRecord = {
  campaign: names.showAll({ title: ATTACK, summary: '', timeZone: 'America/Los_Angeles' }),
  publisher: null,
  ...{ lens: 'public', scope: 'campaign', demands: [], entries: [later, entry], cut: false },
  updatedAt: '2026-02-14T03:00:00.000Z',
}
export const origin = {
  page: 'https://record.example.org/s/x',
  file: 'https://record.example.org/s/x/feed.atom',
  entry: (id: string) => `https://record.example.org/s/x/e/${id}`,
}

export const offer = (lens: Lens) => ({ lens, scope: 'campaign' }) as const
export const FILES = filesFor(offer('public')).concat(filesFor(offer('press')))
