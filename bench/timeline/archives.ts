import { readFileSync } from 'node:fs'
import type { EntryKind } from '@/lib/kinds/names'
import type { BenchEntry } from './row'

const ACTIONS: Record<string, EntryKind> = {
  strike: 'strike',
  'legal action': 'legal_action',
  'open letter': 'open_letter',
  protest: 'rally',
  'union drive': 'milestone',
  'union representation': 'milestone',
  'union contract': 'win',
  hacktivism: 'online_action',
  boycott: 'direct_action',
  resignation: 'walkout',
  resources: 'report',
}

type CollectiveAction = {
  date: string
  sources: string[] | null
  actions: string[] | null
  description: string
  locations: string[] | null
  companies: string[] | null
  workers: number | null
  tags: string[] | null
  latlngs: [number, number][] | null
}

/** Reads the actions.json of the Collective Action in Tech archive. */
export function readCollectiveActions(path: string): BenchEntry[] {
  const actions = JSON.parse(readFileSync(path, 'utf8')) as CollectiveAction[]
  return actions.map((action) => {
    const [latitude, longitude] = action.latlngs?.[0] ?? []
    const place = action.locations?.[0]
    const first = action.actions?.map((name) => ACTIONS[name]).find((kind) => kind !== undefined)
    return {
      kind: first ?? 'milestone',
      edtf: action.date.replaceAll('/', '-'),
      title: shortened(action.description, 110),
      summary: action.description.slice(0, 5_000),
      ...(place && { place: place.split('-').map(capital).join(', ') }),
      ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
      ...(action.workers !== null && { crowd: action.workers }),
      tags: (action.tags ?? []).map((tag) => tag.replaceAll('_', ' ')),
      targets: (action.companies ?? []).map(capital),
      sources: (action.sources ?? [])
        .filter((url) => /^https?:\/\/\S+$/.test(url))
        .map((url) => ({ title: new URL(url).hostname.replace(/^www\./, ''), url })),
    }
  })
}

/** Reads the work_stoppages.csv of the Federal Mediation and Conciliation Service. */
export function readWorkStoppages(path: string): BenchEntry[] {
  const [, ...rows] = parseCsv(readFileSync(path, 'utf8'))
  return rows.flatMap((row) => {
    const [employer = '', union = '', , , , , industry = '', place = '', idled, start = '', end] =
      row
    if (!/^\d{4}-\d{2}-\d{2}$/.test(start) || employer.trim() === '') return []
    return {
      kind: 'strike' as const,
      edtf: end && end > start ? `${start}/${end}` : start,
      title: `${union.trim() || 'Workers'} stop work at ${employer.trim()}`,
      summary: industry ? `Industry: ${industry}.` : '',
      place: place.trim(),
      ...(Number(idled) >= 0 && idled !== '' && { crowd: Math.round(Number(idled)) }),
      tags: industry ? [industry.toLowerCase()] : [],
      targets: [employer.trim()],
      actors: union.trim() ? [union.trim()] : [],
    }
  })
}

function shortened(text: string, length: number): string {
  const first = text.trim().split(/(?<=[.?!])\s/)[0] ?? text
  if (first.length <= length) return first.replace(/\.$/, '')
  return `${first.slice(0, first.lastIndexOf(' ', length)).replace(/[,;:]$/, '')} …`
}

function capital(words: string): string {
  return words.length <= 3
    ? words.toUpperCase()
    : words.replaceAll(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
}

// Quotes hold commas, doubled quotes and line ends.
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}
