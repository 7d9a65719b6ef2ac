import { dateInWords } from '../dates/words'
import type { SourceKind } from '../schemas/words'
import { behindTheRest, type ReferenceTexts } from '../sources/fields'

/** A source as reference managers know it; `published` is EDTF and `accessedOn` an ISO day, or empty. */
export type CitedSource = { id: string } & ReferenceTexts

/** A format that is written source by source. */
export type SourcesFormat = {
  type: string
  open: string
  source: (source: CitedSource) => string
  between: string
  close: string
}

/** Sources for BibTeX and BibLaTeX, each as `@misc`, which both know. */
export const bibtexFormat: SourcesFormat = {
  type: 'application/x-bibtex; charset=utf-8',
  open: '',
  source: (source) => {
    const day = /^(\d{4})(?:-(\d\d))?(?:-\d\d)?[~?%]?$/.exec(source.published)
    const month = Number(day?.[2] ?? 0)
    const fields: [string, string][] = [
      ['title', `{${latex(source.title)}}`],
      // As one name: where it is parted, and which part is the family's, is not known.
      ['author', source.author && `{${latex(source.author)}}`],
      ['publisher', latex(source.publisher)],
      ['year', day?.[1] ?? ''],
      ['month', month > 0 && !isSeason(month) ? String(month) : ''],
      ['url', address(source.url)],
      ['urldate', source.accessedOn],
      ['note', latex(notes(source).join('. '))],
    ]
    const lines = fields.filter(([, value]) => value !== '')
    return `@misc{${source.id},\n${lines.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
  },
  between: '\n',
  close: '',
}

// EDTF counts seasons from 21, in the place of the month.
const isSeason = (month: number) => month > 12

function notes(source: CitedSource): string[] {
  const { published, archiveUrl } = source
  return [
    ...(published && !/^\d{4}(?:-(?:0\d|1[0-2]))?$/.test(published)
      ? [`Published ${dateInWords(published)}`]
      : []),
    ...(archiveUrl ? [`Archived at ${archiveUrl}`] : []),
    ...otherNotes(source),
  ]
}

function otherNotes(source: CitedSource): string[] {
  return behindTheRest('reference', source).map(({ label, text }) => `${label}: ${text}`)
}

const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function latex(text: string): string {
  return text
    .replaceAll(/[\\~^{}%&$#_]/g, (sign) => LATEX[sign] ?? `\\${sign}`)
    .replaceAll(/\s+/g, ' ')
}

// An address is read as it stands, but braces would end its field.
function address(url: string): string {
  return url.replaceAll(/[{}\\]/g, (sign) => encodeURIComponent(sign))
}

const CSL_TYPES: Record<SourceKind, string> = {
  news: 'article-newspaper',
  primary_document: 'document',
  social_post: 'post',
  first_hand: 'personal_communication',
}

/** Sources as CSL-JSON, which Zotero, Pandoc and citeproc read. */
export const cslFormat: SourcesFormat = {
  type: 'application/vnd.citationstyles.csl+json',
  open: '[',
  source: (source) => {
    const { id, kind, title, url, publisher, author, published, accessedOn, archiveUrl } = source
    const notes = otherNotes(source)
    return JSON.stringify({
      id,
      type: CSL_TYPES[kind],
      title,
      ...(author && { author: [{ literal: author }] }),
      ...(publisher && { 'container-title': publisher }),
      ...(published && { issued: cslDate(published) }),
      ...(url && { URL: url }),
      ...(accessedOn && { accessed: cslDate(accessedOn) }),
      ...(archiveUrl && { archive_location: archiveUrl }),
      ...(notes.length > 0 && { note: notes.join('. ') }),
    })
  },
  between: ',\n',
  close: ']\n',
}

// A date is no more exact than it is known; what CSL has no form for is said in words.
function cslDate(edtf: string) {
  const days = edtf.split('/').map((day) => /^(\d{4}(?:-\d\d){0,2})([~?%])?$/.exec(day))
  if (days.length > 2 || days.some((day) => day === null)) return { literal: dateInWords(edtf) }
  const parts = days.map((day) => (day?.[1] ?? '').split('-').map(Number))
  const [[year, season = 0] = [], ...others] = parts
  if (parts.some(([, month = 0]) => isSeason(month))) {
    // CSL counts the four seasons from 1, and has none in a span.
    const isOne = others.length === 0 && season <= 24
    return isOne ? { 'date-parts': [[year]], season: season - 20 } : { literal: dateInWords(edtf) }
  }
  return { 'date-parts': parts, ...(days.some((day) => day?.[2]) && { circa: true }) }
}
