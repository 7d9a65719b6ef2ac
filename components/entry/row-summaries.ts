import { firstRows } from '@/components/form/row-indexes'
import type { RowSummary } from '@/components/form/row-fold'
import { textOf } from '@/components/form/use-field'
import type { FormValues } from '@/lib/forms/state'
import {
  appearanceRoleLabels,
  consentLabels,
  relationLabels,
  stanceLabels,
} from '@/lib/schemas/words'

/** A person of an entry: their name and role, and how many quotes. */
export const personInWords: RowSummary = (values, prefix) => {
  const { text, label } = reader(values, prefix)
  const quotes = firstRows(values, `${prefix}.quotes`, 0).filter(
    (row) => textOf(values[`${prefix}.quotes.${row}.text`]) !== '',
  ).length
  const who = [text('name'), text('description')].filter(Boolean)
  if (who.length === 0 && quotes === 0) return ''
  return joined([
    ...(who.length > 0 ? who : ['No name']),
    label('role', appearanceRoleLabels, 'speaker'),
    label('consent', consentLabels),
    quotes > 0 && (quotes === 1 ? '1 quote' : `${quotes} quotes`),
  ])
}

/** The words of a quote. */
export const quoteInWords: RowSummary = (values, prefix) => {
  const words = textOf(values[`${prefix}.text`])
  return words === '' ? '' : `“${words}”`
}

/** What a demand asks, of whom, and what the entry does with it. */
export const demandInWords: RowSummary = (values, prefix) => {
  const { text, label } = reader(values, prefix)
  if (text('wording') === '') return ''
  return joined([
    text('wording'),
    text('targets'),
    label('relation', relationLabels),
    text('at'),
    label('stance', stanceLabels),
  ])
}

/** What one source says of a field, and what says so. */
export const claimInWords: RowSummary = (values, prefix) => {
  const { text } = reader(values, prefix)
  return joined([text('value'), text('saidBy'), text('exact') && `“${text('exact')}”`])
}

/** Who disputes something, and why. */
export const disputeInWords: RowSummary = (values, prefix) => {
  const { text } = reader(values, prefix)
  return joined([text('saidBy'), text('reason')])
}

/** Which organization says what, and when. */
export const replyInWords: RowSummary = (values, prefix) => {
  const { text } = reader(values, prefix)
  return joined([text('organization'), text('date'), text('text') && `“${text('text')}”`])
}

/** A source by its title or address, and the passage that is cited. */
export const sourceInWords: RowSummary = (values, prefix) => {
  const { text } = reader(values, prefix)
  return joined([
    text('title') || text('url'),
    text('publisher'),
    text('exact') && `“${text('exact')}”`,
  ])
}

function reader(values: FormValues, prefix: string) {
  const text = (name: string) => textOf(values[`${prefix}.${name}`]).trim()
  const label = <Label extends string>(
    name: string,
    labels: Readonly<Record<string, Label>>,
    usual = '',
  ) => labels[text(name) || usual]?.toLowerCase()
  return { text, label }
}

function joined(parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}
