import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import { Fold } from '@/components/form/fold'
import { RadioGroup } from '@/components/form/radio-group'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { lifetimeLabels, scopeLabels } from '@/lib/schemas/share'
import { keysOf, lensLabels, type Lens } from '@/lib/schemas/words'
import type { AskedLink } from '@/lib/shares/asked'
import { showsMore } from '@/lib/shares/asks'
import { ownPublisher } from '@/lib/shares/publisher'
import { UndecidedField } from './undecided-field'
import { PublisherFields } from './publisher-fields'
import { LabelField, OpenFields } from './share-details-form'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

type ShareFormProps = Partial<AskedLink> & {
  action: FormAction
  campaign: string
  /** Whether lens, scope and choices were settled before, so that they are not asked for here. */
  chosen?: boolean
  /** Whether a link that shows much or lives long needs the member's own password. */
  askPassword?: boolean
  /** What a link of each lens would show, in words; null where that is not known. */
  lenses?: Partial<Record<Lens, string>> | null
  /** How many texts may still name somebody; see `OpenPlaces`. */
  undecided: number
}

/** Asks what a new link is for, how much it shows and how long it lives. */
export function ShareForm(props: ShareFormProps) {
  const { action, campaign, lens = 'press', choices, filter = '', entry = '' } = props
  const { chosen, askPassword = false, undecided, lenses = null } = props
  const scope = props.scope ?? (entry ? 'entry' : filter ? 'filter' : 'campaign')
  return (
    <ActionForm
      action={action}
      initial={{
        ...{ campaign, filter, entry, scope, lens, expires: '30d', label: '' },
        choices: choices ? JSON.stringify(choices) : '',
      }}
      submitLabel="Create link"
      pendingLabel="Creating the link …"
    >
      {['campaign', 'filter', 'entry', 'choices', ...(chosen ? ['lens', 'scope'] : [])].map(
        (name) => (
          <HiddenField key={name} name={name} />
        ),
      )}
      {!chosen && <ReadersFields {...{ filter, entry, lenses }} />}
      <SelectField
        name="expires"
        label="Active for"
        hint="You can revoke it at any time."
        options={options(lifetimeLabels)}
      />
      <LabelField />
      <UndecidedField count={undecided} />
      <Fold label="More" fields={RARE}>
        <RareFields />
      </Fold>
      <OwnPassword
        ask={askPassword}
        hint={`${chosen && showsMore({ lens, choices: choices ?? null }) ? 'This link shows more than the lens Public does' : 'Needed only for a link that shows more than the lens Public does, or that lasts longer than 90 days'}: you last entered it more than ten minutes ago.`}
      />
    </ActionForm>
  )
}

/** What few links need, behind one summary. */
const RARE = [
  ...['password', 'private', 'named', 'indexed', 'cards', 'frames'],
  ...keysOf(ownPublisher({})),
]

function RareFields() {
  return (
    <>
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label="Password"
        hint="Leave this empty for a link without a password. Send the password separately from the link."
        maxLength={256}
      />
      <CheckboxField
        name="private"
        label="Private link: keep its secret out of server logs"
        hint="The secret then comes after a # in the address, which browsers don’t send to any server. Chat apps can’t show a preview of it."
      />
      <SelectField
        name="named"
        label="Name the publisher"
        hint="What an owner wrote for readers under Workspace, with their mark. The workspace’s own name is never shown."
        emptyLabel="Yes, unless the link is private"
        options={options({ yes: 'Yes', no: 'No' })}
      />
      <PublisherFields of="link" />
      <OpenFields />
    </>
  )
}

function ReadersFields({
  filter,
  entry,
  lenses,
}: {
  filter: string
  entry: string
  lenses: ShareFormProps['lenses']
}) {
  const scopes = Object.entries(scopeLabels).filter(
    ([value]) => value !== (entry ? '' : 'entry') && value !== (filter ? '' : 'filter'),
  )
  return (
    <>
      <RadioGroup
        name="lens"
        label="Who will read it"
        options={keysOf(lensLabels).map((value) => ({
          ...{ value, label: lensLabels[value] },
          ...(lenses?.[value] && { hint: lenses[value] }),
        }))}
      />
      <SelectField
        name="scope"
        label="How much it shows"
        hint="To share the filtered entries or a single entry, start from there."
        options={options(Object.fromEntries(scopes))}
      />
    </>
  )
}
