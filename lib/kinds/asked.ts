import { dateInWords, isExact } from '../dates/words'
import type { InquiryOutcome } from '../schemas/words'
import { clauses, nameList, type AskedParts } from './define'

// Three different facts, and none of them proves anything: each is said as what it is.
const DID: Record<InquiryOutcome, (who: string, asker: string | null) => string> = {
  waiting: (who, asker) =>
    asker
      ? `${asker} asked ${who}, and had no answer when this was recorded`
      : `asked for an answer, ${who} had given none when this was recorded`,
  did_not_immediately_respond: (who, asker) =>
    `${who} did not immediately respond${asker ? ` to ${asker}` : ''}`,
  declined: (who, asker) => `${who} declined to answer${asker ? ` ${asker}` : ''}`,
  answered: (who, asker) => `${who} answered${asker ? ` ${asker}` : ''}`,
}

// Where an answer is on record that may not be shown, no more than this is said.
function wasAsked(who: string, asker: string | null): string {
  return asker ? `${asker} asked ${who}` : `someone asked ${who}`
}

const LATER: Record<InquiryOutcome, string> = {
  waiting: 'still had not answered',
  did_not_immediately_respond: 'did not immediately respond',
  declined: 'declined to answer',
  answered: 'answered',
}

/**
 * What came of an inquiry at each of those who were asked: "Amazon and AWS did not immediately respond
 * to FOX 13.", with what each did later on.
 */
export function askedInWords({ askedBy, recipients }: AskedParts): string {
  const outcomes = [...new Set(recipients.map(({ outcome }) => outcome))]
  return outcomes
    .map((outcome) => {
      const those = recipients.filter((one) => one.outcome === outcome)
      const who = nameList(those.map(({ name }) => name))
      const first = outcome === null ? wasAsked(who, askedBy) : DID[outcome](who, askedBy)
      const later = those.flatMap(({ name, later: steps = [] }) =>
        steps.map((step) => `${name} ${LATER[step.outcome]} ${whenInWords(step.edtf)}`),
      )
      return clauses([first, ...later].join('; '))
    })
    .join(' ')
}

/** "on 3 Mar 2026"; what is no exact day has its own word: "by 3 Mar 2026". */
export function whenInWords(edtf: string): string {
  const words = dateInWords(edtf, { weekday: false })
  return isExact(edtf) ? `on ${words}` : words
}
