import { dateInWords } from '../dates/words'
import { disputeInWords } from '../entries/answers'
import { kindsInWords } from '../kinds/index'
import type { CitationDto } from '../record'
import { standingLabels } from '../schemas/words'
import type { LinkedDemand, LinkedEntry } from '../shares/record'
import { behindTheRest } from '../sources/fields'
import type { Format, Origin } from './download'
import { entryText } from './entry-text'

/**
 * The record as a document in CommonMark: the demands with their standings, then the entries with
 * quotes and sources.
 */
export const markdownFormat: Format = {
  type: 'text/markdown; charset=utf-8',
  missing: [
    ...(['claims', 'passages', 'inquiries', 'details', 'relations', 'links', 'pictures'] as const),
    ...(['tags', 'notes'] as const),
  ],
  pieces: ({ campaign, demands }, origin) => ({
    open: [
      `# ${line(campaign.title)}\n`,
      ...blocks([campaign.summary]),
      ...(demands.length > 0 ? [`## Demands\n`, `${demands.map(demandItem).join('\n')}\n`] : []),
      '## Timeline\n\n',
    ].join('\n'),
    entry: (entry) => `${entryBlocks(entry, origin).join('\n')}\n`,
    between: '',
    close: `[${line(campaign.title)}](${address(origin.page)})\n`,
  }),
}

function demandItem({ number, wording, targets }: LinkedDemand): string {
  const standings = targets.map(({ name, standing, since, disputes }) => {
    const words = standing ? `: ${standingLabels[standing].toLowerCase()}` : ''
    const doubt = disputes.map((dispute) => `. ${line(disputeInWords(dispute))}`).join('')
    return `${line(name)}${words}${since ? ` since ${dateInWords(since)}` : ''}${doubt}`
  })
  return `${number}. ${line(wording)}${standings.length > 0 ? ` (${standings.join('; ')})` : ''}`
}

function entryBlocks(entry: LinkedEntry, origin: Origin): string[] {
  const date = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  const about = [kindsInWords(entry), entry.place].filter((one) => one !== '').map(line)
  const sources = entry.citations.map(sourceWords)
  return [
    `### ${line(date)}: ${line(entry.title)}\n`,
    `*${about.join(' · ')}* · [The entry](${address(origin.entry(entry.id))})\n`,
    ...blocks(entryText(entry)),
    ...(entry.crowd.words ? [`Crowd: ${line(entry.crowd.words)}\n`] : []),
    ...entry.appearances.flatMap(({ name, description, quotes }) =>
      quotes.map(({ text, citations, disputes }) => {
        const speaker = [name, description]
          .filter((one) => one !== '')
          .map(line)
          .join(', ')
        const said = [speaker, ...citations.map(sourceWords)].filter((one) => one !== '')
        const doubt = disputes.map((dispute) => `\n${line(disputeInWords(dispute))}\n`).join('')
        return `${quoted(text)}${said.length > 0 ? `>\n> — ${said.join('. ')}\n` : ''}${doubt}`
      }),
    ),
    ...(sources.length > 0 ? [`Sources:\n\n${sources.map((one) => `- ${one}\n`).join('')}`] : []),
  ]
}

function sourceWords({ source }: CitationDto): string {
  const { title, url, publisher, published } = source
  const named = url ? `[${line(title)}](${address(url)})` : line(title)
  const others = behindTheRest('cited', source).map(({ label, text }) => `${label}: ${text}`)
  const more = [publisher, published && dateInWords(published), ...others]
  return [named, ...more.filter((one) => one !== '').map(line)].join(', ')
}

function blocks(texts: string[]): string[] {
  return texts.filter((one) => one !== '').map((one) => `${paragraphs(one).join('\n\n')}\n`)
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((one) => one.split('\n').map(escaped).join('  \n'))
    .filter((one) => one.trim() !== '')
}

function quoted(text: string): string {
  return paragraphs(text)
    .map((one) =>
      one
        .split('\n')
        .map((part) => `> ${part}\n`)
        .join(''),
    )
    .join('>\n')
}

const line = (text: string) => escaped(text.replaceAll(/\s+/g, ' '))

/** A text in which nothing is taken for markup, at the beginning of a line or within it. */
function escaped(text: string): string {
  return text
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

/** An address as a link may hold it. */
function address(url: string): string {
  return url.replaceAll(/[\s()<>\\]/g, (sign) =>
    encodeURIComponent(sign).replaceAll(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  )
}
