import { todayIn } from '../dates/days'
import { dateInWords } from '../dates/words'
import { disputeInWords } from '../entries/answers'
import { kindsInWords } from '../kinds/index'
import type { CitationDto } from '../record'
import { standingLabels } from '../schemas/words'
import { addressInWords, licences, type LinkedPublisher } from '../shares/publisher'
import type { LinkedDemand, LinkedEntry } from '../shares/record'
import { behindTheRest } from '../sources/fields'
import type { Footnotes } from '../timeline/footnotes'
import {
  entryTelling,
  kitNotes,
  notesOfQuote,
  speakerWords,
  whatWasSaid,
  whoIsIn,
  type PressKitContents,
} from './contents'
import { kitLoss, lossInWords } from './losses'

/** A part of a document, before it is Markdown or plain text. */
export type Block =
  | { heading: string; level: 1 | 2 | 3 }
  | { text: string }
  | { quote: string; by: string }
  | { items: string[]; numbers?: number[] }

/** A picture of a press kit: its file in the folder, and what must stand beside it. */
export type KitPicture = { file: string; caption: string; credit: string; alt: string }

/**
 * A press kit as a document: what the campaign is about, who is in it, how the demands stand, what
 * happened, what was said, and every source numbered.
 *
 * @param picturesOf those of an entry that are in the folder
 * @param loss what it leaves out, as the folder's list of contents says it too
 */
export function pressKitBlocks(
  kit: PressKitContents,
  picturesOf: (entry: LinkedEntry) => KitPicture[],
  loss: string[] = kitLoss(kit),
): Block[] {
  const { campaign, publisher, demands, entries, count, address, now } = kit
  const notes = kitNotes(entries)
  const who = whoIsIn(entries).map(({ label, names }) => `${label}: ${names.join(', ')}`)
  const said = whatWasSaid(entries)
  const day = dateInWords(todayIn(campaign.timeZone, now))
  return [
    { heading: campaign.title, level: 1 },
    ...texts(campaign.summary),
    ...section('Who', who.length > 0 && [{ items: who }]),
    ...section('Demands and their status', demands.length > 0 && [standings(demands)]),
    ...section('What happened', [
      ...texts(entries.length === 0 && 'Nothing to show.'),
      ...texts(count > entries.length && `The first ${entries.length} of ${count} entries.`),
      ...entries.flatMap((entry) => happened(entry, notes, picturesOf(entry))),
    ]),
    ...section(
      'What was said',
      said.length > 0 &&
        said.flatMap((one): Block[] => [
          { quote: one.quote.text, by: byWhom(one, notes) },
          ...texts(...one.quote.disputes.map(disputeInWords)),
        ]),
    ),
    ...section(
      'Notes',
      notes.notes.length > 0 && [
        {
          items: notes.notes.map(({ source }) => sourceWords(source)),
          numbers: notes.notes.map((_, index) => index + 1),
        },
      ],
    ),
    ...section('This press kit', [
      ...texts(...(publisher ? publisherWords(publisher) : [])),
      ...texts(
        `From the campaign’s own record, as it stood on ${day}.`,
        address && `Read on, and check what changed since, at ${address}`,
        lossInWords(loss),
      ),
    ]),
  ]
}

function section(heading: string, blocks: Block[] | false): Block[] {
  return blocks ? [{ heading, level: 2 }, ...blocks] : []
}

function texts(...of: (string | false | null)[]): Block[] {
  return of.flatMap((text) => (text ? [{ text }] : []))
}

function standings(demands: LinkedDemand[]): Block {
  const items = demands.map(({ wording, targets }) => {
    const each = targets.map(({ name, standing, since, disputes }) => {
      const from = since ? ` (${dateInWords(since, { weekday: false })})` : ''
      const words = standing ? `: ${standingLabels[standing].toLowerCase()}${from}` : ''
      return [`${name}${words}`, ...disputes.map(disputeInWords)].join('. ')
    })
    return [wording, ...each].join('; ')
  })
  return { items, numbers: demands.map(({ number }) => number) }
}

function happened(entry: LinkedEntry, notes: Footnotes, pictures: KitPicture[]): Block[] {
  const date = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  return [
    { heading: `${date}: ${entry.title}`, level: 3 },
    ...texts([kindsInWords(entry), entry.place].filter((one) => one !== '').join(' · ')),
    ...texts(...entryTelling(entry)),
    ...texts(noteWords(notes.of(entry))),
    ...pictures.flatMap(({ file, caption, credit }) =>
      texts(
        [`Picture: ${file}`, caption, credit && `Credit: ${credit}`].filter(Boolean).join('. '),
      ),
    ),
  ]
}

function byWhom(one: ReturnType<typeof whatWasSaid>[number], notes: Footnotes): string {
  const who = speakerWords(one.speaker)
  const day = dateInWords(one.entry.edtf, { weekday: false })
  const words = [...(who.length > 0 ? who : ['Somebody who is not named']), day].join(', ')
  const numbers = noteWords(notesOfQuote(notes, one))
  return numbers === '' ? words : `${words}. ${numbers}`
}

function noteWords(numbers: number[]): string {
  if (numbers.length === 0) return ''
  return `${numbers.length === 1 ? 'Note' : 'Notes'} ${numbers.join(', ')}`
}

function sourceWords(source: CitationDto['source']): string {
  const { title, url, publisher, published } = source
  const others = behindTheRest('cited', source).map(({ label, text }) => `${label}: ${text}`)
  const said = [publisher, title, published && dateInWords(published), ...others, url]
  return said.filter((one) => one !== '').join(', ')
}

function publisherWords({ name, about, contact, corrections, licence }: LinkedPublisher): string[] {
  const terms = licence && licences[licence]
  return [
    name && `Published by ${name}${about ? `: ${about}` : '.'}`,
    !name && about,
    contact.url && `Contact: ${addressInWords(contact.url)}`,
    corrections.url && `Corrections: ${addressInWords(corrections.url)}`,
    terms &&
      `Its text is licensed under ${terms.label}, ${terms.url}. Pictures, and what others said or published, remain theirs.`,
  ].filter((one): one is string => Boolean(one))
}
