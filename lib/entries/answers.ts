import { whenInWords } from '../kinds/asked'
import type { AppearanceDto, CitationDto, DisputeDto, ReplyDto } from '../record'

/** "Disputed by Amazon: No such contract exists (Reuters)." */
export function disputeInWords({ reason, saidBy, citations }: DisputeDto): string {
  return reason === ''
    ? `Disputed by ${saidBy}.`
    : `Disputed by ${saidBy}: ${closed(reason, citations)}`
}

/** The disputes of an entry's quotes, each with the words that it is about. */
export function quoteDisputeLines(appearances: readonly AppearanceDto[]): string[] {
  return appearances.flatMap(({ quotes }) =>
    quotes.flatMap(({ text, disputes }) =>
      disputes.map((dispute) => `“${text}”: ${disputeInWords(dispute)}`),
    ),
  )
}

/** "Amazon stated on 14 Feb 2026: “We disagree.” (Reuters)." */
export function replyInWords({ organization, edtf, text, citations }: ReplyDto): string {
  return `${organization} stated ${whenInWords(edtf)}: ${closed(`“${text}”`, citations)}`
}

function closed(text: string, citations: readonly CitationDto[]): string {
  const from = citations.map(({ source }) => source.publisher || source.title)
  if (from.length > 0) return `${text.replace(/[.\s]+$/, '')} (${from.join('; ')}).`
  return /[.!?…]”?$/.test(text) ? text : `${text}.`
}
