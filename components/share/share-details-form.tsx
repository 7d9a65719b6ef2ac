import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { Fold } from '@/components/form/fold'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { keysOf } from '@/lib/schemas/words'
import { ownPublisher, type OwnPublisher } from '@/lib/shares/publisher'
import { lifetimeLabels } from '@/lib/schemas/share'
import { PublisherFields } from './publisher-fields'

type Details = {
  id: string
  label: string
  indexed: boolean
  cards: boolean
  named: boolean
  publisher: OwnPublisher
  frames: string[]
}

/** Changes a link's name, its end, and who else may show it. */
export function ShareDetailsForm({
  action,
  share,
  askPassword,
}: {
  action: FormAction
  share: Details
  /** Whether a link that lives long needs the member's own password. */
  askPassword: boolean
}) {
  return (
    <ActionForm
      action={action}
      initial={{
        ...{ share: share.id, label: share.label, expires: '' },
        ...{ frames: share.frames.join(' '), indexed: share.indexed ? 'on' : '' },
        ...{ named: share.named ? 'on' : '', cards: share.cards ? 'on' : '' },
        ...share.publisher,
      }}
    >
      <HiddenField name="share" />
      <LabelField />
      <SelectField
        name="expires"
        label="Expires"
        emptyLabel="As it is"
        options={Object.entries(lifetimeLabels).map(([value, label]) => ({
          value,
          label: value === 'never' ? label : `${label} from now`,
        }))}
      />
      <CheckboxField
        name="named"
        label="Name the publisher"
        hint="What an owner wrote for readers under Workspace, with their mark."
      />
      <Fold label="Another name on this link" fields={keysOf(ownPublisher({}))}>
        <PublisherFields of="link" />
      </Fold>
      <OpenFields />
      <OwnPassword
        ask={askPassword}
        hint="Needed only if the link is to last longer than 90 days: you last entered it more than ten minutes ago."
      />
    </ActionForm>
  )
}

/** What members call a link. */
export function LabelField() {
  return (
    <TextField
      name="label"
      label="What you call it"
      hint="Such as: for the newsroom. Readers do not see this."
      maxLength={200}
    />
  )
}

/** Who else may show a link: search engines, and sites in a frame. */
export function OpenFields() {
  return (
    <>
      <CheckboxField
        name="indexed"
        label="Search engines may index it"
        hint="Only for the lens Public without a password."
      />
      <CheckboxField
        name="cards"
        label="Show a preview where it is linked"
        hint="In chats and on social media: its title, how it stands, and a picture. Without this the preview says only that there is a record, unless search engines may index it. Private links and links with a password have none."
      />
      <TextField
        name="frames"
        label="Sites that may show it in a frame"
        hint="Full origins, such as https://news.example.org, separated by spaces. Every other site is refused. Private links and links with a password cannot be framed."
        inputMode="url"
        spellCheck={false}
        maxLength={2_000}
      />
    </>
  )
}

/** Gives a link another password, or takes it away. */
export function SharePasswordForm({
  action,
  id,
  locked,
  askPassword,
}: {
  action: FormAction
  id: string
  locked: boolean
  /** Whether to take the password off needs the member's own one. */
  askPassword: boolean
}) {
  return (
    <ActionForm
      action={action}
      initial={{ share: id }}
      submitLabel={locked ? 'Change the password' : 'Ask for this password'}
    >
      <HiddenField name="share" />
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label="New password"
        hint={
          locked
            ? 'Anyone who opened the link with the old password must enter the new one. Leave this empty to remove the password.'
            : 'Send the password separately from the link.'
        }
        maxLength={256}
      />
      <OwnPassword
        ask={askPassword && locked}
        hint="Needed only to remove the link’s password: you last entered yours more than ten minutes ago."
      />
    </ActionForm>
  )
}
