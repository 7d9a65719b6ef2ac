import { z } from 'zod'
import { licences, type Licence } from '../shares/publisher'
import { memberName } from './auth'
import { isWebAddress, lineText } from './text'

const yesOrNo = z
  .enum(['yes', 'no'], 'Choose one from the list.')
  .transform((word) => word === 'yes')

/** What owners decide for the whole workspace. */
export const workspaceSettingsSchema = z.strictObject({
  name: memberName('Write a name for your group or coalition.'),
  keepsNames: yesOrNo,
  requiresCodes: yesOrNo,
  /** Nothing where the site sends no mail. */
  mailQuotes: yesOrNo.optional(),
})
/** The same as the form has checked it. */
export type WorkspaceSettings = z.output<typeof workspaceSettingsSchema>

const LICENCES = Object.keys(licences) as Licence[]

/** An e-mail address or the address of a page, or nothing. */
function wayToWrite() {
  return lineText(500).refine(
    (text) => text === '' || isWebAddress(text) || z.email().safeParse(text).success,
    'Give an e-mail address, or the address of a page that begins with https:// or http://.',
  )
}

/** Who keeps the record, in words: the workspace's, or one link's own. */
export const publisherWords = {
  publisherName: lineText(100),
  publisherAbout: lineText(300),
  publisherContact: wayToWrite(),
  publisherCorrections: wayToWrite(),
}

/** What readers of links are told of who keeps the record. */
export const publisherSchema = z.strictObject({
  ...publisherWords,
  publisherLicence: z.enum(['', ...LICENCES], 'Choose one from the list.'),
})
/** The same as the form has checked it. */
export type PublisherInput = z.output<typeof publisherSchema>
