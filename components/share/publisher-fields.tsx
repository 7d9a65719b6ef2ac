import { TextField } from '@/components/form/text-field'
import type { OwnPublisher } from '@/lib/shares/publisher'

type Words = Record<keyof OwnPublisher, string> & {
  /** What is said of the name. */
  hint: string
}

const OF_A_WORKSPACE: Words = {
  publisherName: 'Name for readers',
  publisherAbout: 'About you, in a line',
  publisherContact: 'Where readers can reach you',
  publisherCorrections: 'Where to send corrections',
  hint: 'It may differ from the workspace’s name, which readers never see.',
}
const OF_A_LINK: Words = {
  publisherName: 'Name for the readers of this link',
  publisherAbout: 'About them, in a line',
  publisherContact: 'Where readers of this link write to',
  publisherCorrections: 'Where they send corrections',
  hint: 'Leave these empty to say what an owner wrote under Workspace. Beside another name their line, their mark and their addresses are left out.',
}

/** Who keeps the record, as the links of a workspace say it, or one of them alone. */
export function PublisherFields({ of }: { of: 'workspace' | 'link' }) {
  const words = of === 'workspace' ? OF_A_WORKSPACE : OF_A_LINK
  const address = { maxLength: 500, spellCheck: false, autoCapitalize: 'none' } as const
  return (
    <>
      <TextField
        name="publisherName"
        label={words.publisherName}
        hint={words.hint}
        maxLength={100}
      />
      <TextField name="publisherAbout" label={words.publisherAbout} maxLength={300} />
      <TextField
        name="publisherContact"
        label={words.publisherContact}
        hint="An e-mail address, or the address of a page."
        {...address}
      />
      <TextField
        name="publisherCorrections"
        label={words.publisherCorrections}
        hint="Leave this empty if it is the same address."
        {...address}
      />
    </>
  )
}
