import { dateInWords } from '../dates/words'
import { disputeInWords } from '../entries/answers'
import { kindsInWords } from '../kinds/index'
import type { CitationDto } from '../record'
import { entryTelling, speakerWords, whoIsIn } from '../press-kit/contents'
import { standingLabels } from '../schemas/words'
import type { LinkedDemand, LinkedEntry } from '../shares/record'
import { behindTheRest } from '../sources/fields'
import { type Format, type Origin } from './download'
import { behindStandings } from './parts'
import { address, blocks, line, numbered, quoted } from './markdown-text'

/**
 * The record as a document in CommonMark: the demands with their standings, then the entries with
 * quotes and sources.
 */
export const markdownFormat: Format = {
  type: 'text/markdown; charset=utf-8',
  missing: [
    ...behindStandings,
    ...(['claims', 'passages', 'inquiries', 'details', 'relations', 'links', 'photos'] as const),
    ...(['tags', 'notes', 'checks'] as const),
  ],
  pieces: ({ campaign, demands }, origin) => ({
    open: [
      `# ${line(campaign.title)}\n`,
      ...blocks([campaign.summary]),
      ...(demands.length > 0 ? [`## Demands\n`, `${demands.map(demandItem).join('')}`] : []),
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
  return numbered(
    number,
    `${line(wording)}${standings.length > 0 ? ` (${standings.join('; ')})` : ''}`,
  )
}

function entryBlocks(entry: LinkedEntry, origin: Origin): string[] {
  const date = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  const about = [kindsInWords(entry), entry.place].filter((one) => one !== '').map(line)
  const sources = entry.citations.map(sourceWords)
  return [
    `### ${line(date)}: ${line(entry.title)}\n`,
    `*${about.join(' · ')}* · [The entry](${address(origin.entry(entry.id))})\n`,
    ...blocks(entryTelling(entry)),
    ...blocks(whoIsIn([entry]).map(({ label, names }) => `${label}: ${names.join('; ')}`)),
    ...entry.appearances.flatMap((appearance) =>
      appearance.quotes.map(({ text, citations, disputes }) => {
        const speaker = speakerWords(appearance).map(line).join(', ')
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
