import { isKeyOf } from '../keys'
import type { ShownOf } from '../people/shown'
import { isWebAddress } from '../schemas/text'

/** What the texts of who publishes a record are called where texts are listed. */
export const publisherTexts = 'Who publishes it'

/** The licences that a group can give the text of its record, with what they are called and where they stand. */
export const licences = {
  'cc-by-4.0': {
    label: 'Creative Commons Attribution 4.0 (CC BY)',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'cc-by-sa-4.0': {
    label: 'Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA)',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  'cc-by-nc-4.0': {
    label: 'Creative Commons Attribution-NonCommercial 4.0 (CC BY-NC)',
    url: 'https://creativecommons.org/licenses/by-nc/4.0/',
  },
  'cc0-1.0': {
    label: 'No rights reserved (CC0)',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
} as const
export type Licence = keyof typeof licences

/** Who keeps a record, as its owners wrote it for readers of links; what is empty is not told. */
export type LinkedPublisher = {
  name: string
  about: string
  /** Where to write to: an address of a page, or a `mailto:`. */
  contact: { url: string }
  corrections: { url: string }
  licence: Licence | null
  /** A picture that stands beside the name; `id` is the SHA-256 of its file. */
  mark: { id: string; width: number; height: number } | null
}

/** What a link says of who keeps the record in words of its own; what is empty is as the workspace has it. */
export type OwnPublisher = Record<
  'publisherName' | 'publisherAbout' | 'publisherContact' | 'publisherCorrections',
  string
>

/** Its words alone, of whatever has them. */
export function ownPublisher(of: Partial<OwnPublisher>): OwnPublisher {
  return {
    publisherName: of.publisherName ?? '',
    publisherAbout: of.publisherAbout ?? '',
    publisherContact: of.publisherContact ?? '',
    publisherCorrections: of.publisherCorrections ?? '',
  }
}

/**
 * Who a link says keeps the record: its own words in place of the workspace's. A line, a mark and addresses belong
 * to the name that they stand beside, which another name must not give away; corrections go where letters go unless something else is said there.
 */
export function publisherWith<T extends OwnPublisher>(workspace: T, own: OwnPublisher): T {
  return {
    ...workspace,
    ...(own.publisherName && {
      ...{ publisherName: own.publisherName, publisherAbout: '', publisherMarkHash: '' },
      ...{ publisherContact: '', publisherCorrections: '' },
    }),
    ...(own.publisherAbout && { publisherAbout: own.publisherAbout }),
    ...(own.publisherContact && {
      ...{ publisherContact: own.publisherContact, publisherCorrections: '' },
    }),
    ...(own.publisherCorrections && { publisherCorrections: own.publisherCorrections }),
  }
}

/** The same as a link's readers see it. */
export type SharedPublisher = ShownOf<LinkedPublisher>

/** Where a mark stands under an address, such as a link's. */
export function markFile({ id }: { id: string }): string {
  return `mark/${id}.png`
}

/** What an owner typed as a way to be reached, as an address that a page can link to. */
export function addressOf(typed: string): string {
  if (typed === '' || isWebAddress(typed)) return typed
  return `mailto:${typed}`
}

/** An address as readers are shown it. */
export function addressInWords(url: string): string {
  return url.replace(/^(mailto:|https?:\/\/)/i, '').replace(/\/$/, '')
}

/** A licence by the key that is stored; null for none, and for one that is not known. */
export function licenceOf(key: string): Licence | null {
  return isKeyOf(licences, key) ? key : null
}
