import { plainField, type PlainFieldName } from '@/lib/entries/fields/plain'
import { lensLabels, keysOf, type Lens } from '@/lib/schemas/words'
import { wordFields } from '@/server/testing/world'

export const lenses = keysOf(lensLabels)

const widestOf = (name: PlainFieldName) => plainField(name).lens.widest

/** Fields that no lens may show. */
export const PRIVATE = [
  // The places of the entry that has a word in each field are known by their town alone.
  ...wordFields().filter((name) => widestOf(name) === null || plainField(name).exactPlace),
  ...['consentReason', 'capturedText', 'sourceAuthor', 'label', 'memberName'],
  ...['draft', 'review', 'trash', 'otherCampaign', 'draftDemand', 'decision', 'proposal'],
  ...['hiddenPerson', 'hiddenQuote', 'initialsName', 'roleName', 'hiddenPlace', 'street'],
  ...['placeClaim', 'prefix', 'suffix', 'hiddenAccount', 'filterName', 'workspace'],
  ...['oldTitle', 'withdrawnPerson', 'withdrawnQuote', 'withdrawnEntry', 'laterPlace', 'removed'],
  ...['followUp', 'askAgain', 'outcomeNote', 'draftAnswer', 'comment', 'commentAbout'],
  ...['hiddenDispute', 'disputeTakenBack'],
  ...['planTitle', 'planPlace', 'planNote', 'planMeets', 'planRole', 'planName'],
  ...['planTask', 'planHelper', 'planMoved', 'planReason'],
  ...['exif', 'removedPhoto', 'draftPhoto', 'linkToDraft', 'linkFromDraft', 'linkElsewhere'],
]
/** Fields that some lenses show, with those lenses. */
export const SHOWN: Record<string, Lens[]> = {
  ...Object.fromEntries(
    wordFields().flatMap((name) => {
      const widest = widestOf(name)
      return widest === null || plainField(name).exactPlace
        ? []
        : [[name, lenses.slice(lenses.indexOf(widest))]]
    }),
  ),
  title: ['public', 'press', 'ally', 'member'],
  ...Object.fromEntries(
    ['disputeReason', 'disputeBy', 'reply', 'standingDispute'].map((name) => [name, lenses]),
  ),
  askedThrough: ['public', 'press', 'ally', 'member'],
  namedPerson: ['public', 'press', 'ally', 'member'],
  passage: ['public', 'press', 'ally', 'member'],
  roleDescription: ['press', 'ally', 'member'],
  negotiation: ['press', 'ally', 'member'],
  standingNote: ['press', 'ally', 'member'],
  meeting: ['ally', 'member'],
  earlierWording: ['ally', 'member'],
  tag: ['member'],
  caption: ['public', 'press', 'ally', 'member'],
  photoCredit: ['public', 'press', 'ally', 'member'],
  alt: ['public', 'press', 'ally', 'member'],
  linkNote: ['public', 'press', 'ally', 'member'],
  linkToMeeting: ['ally', 'member'],
}

/** Who keeps the record: the same for every lens, where a link says it at all. */
export const PUBLISHER = [
  'publisherName',
  'publisherAbout',
  'publisherContact',
  'publisherCorrections',
]
for (const name of PUBLISHER) SHOWN[name] = lenses
