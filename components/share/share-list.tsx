import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import { SelectField } from '@/components/form/select-field'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/forms/state'
import { scopeLabels } from '@/lib/schemas/share'
import { lensLabels } from '@/lib/schemas/words'
import { ShareAddress } from './share-address'
import { makingInWords, stateInWords, type ShareView } from './share-view'

type Props = {
  shares: ShareView[]
  timeZone: string
  now: Date
  revoke: FormAction
  /** Takes the end of a link back, while that can be done. */
  undo: FormAction
  /** Hands a link over to one of the keepers. */
  handOver: FormAction
  keepers: { id: string; name: string }[]
  /** Lets a paused link be read again; for owners alone. */
  resume?: FormAction | undefined
  /** Whether that needs the owner's own password. */
  askPassword?: boolean
  /** Of the heading of each link; with 2 the links stand on a page of their own. */
  level?: 2 | 3
}

/** Links with their addresses and ends, in the order given; a live one can be ended here. */
export function ShareList({ shares, ...rest }: Props) {
  return (
    <ul className="divide-hairline divide-y">
      {shares.map((share) => (
        <li key={share.id} className="space-y-3 py-5 first:pt-0">
          <ShareItem share={share} {...rest} />
        </li>
      ))}
    </ul>
  )
}

const STATES = { live: 'Active', expired: 'Expired', revoked: 'Revoked', left: 'Inactive' } as const

type ItemProps = Omit<Props, 'shares'> & { share: ShareView }

function ShareItem({
  share,
  timeZone,
  now,
  revoke,
  undo,
  handOver,
  keepers,
  resume,
  askPassword = false,
  level = 3,
}: ItemProps) {
  const Heading = `h${level}` as const
  const name = share.label || `${lensLabels[share.lens]} link`
  return (
    <>
      <div>
        <Heading className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          <bdi>{name}</bdi>
          <Tag tone={share.state === 'live' && !share.paused ? 'success' : 'plain'}>
            {share.paused ? 'Paused' : STATES[share.state]}
          </Tag>
        </Heading>
        <p>{stateInWords(share, timeZone, now)}</p>
        <p className="text-muted text-sm">
          For: {lensLabels[share.lens].toLowerCase()}. Shows:{' '}
          {scopeLabels[share.scope].toLowerCase()}. {share.locked && 'Asks for a password. '}
          {share.private && 'Private: its secret stays out of server logs. '}
          {share.frames.length > 0 && `May be framed by ${share.frames.join(', ')}. `}
          {share.named && share.publisher.publisherName && (
            <>
              Readers are told that <bdi>{share.publisher.publisherName}</bdi> keeps it.{' '}
            </>
          )}
          {makingInWords(share, timeZone)}. {share.views}.
          {share.keeper && ` Managed by ${share.keeper.name}.`}
        </p>
        {share.more.length > 0 && (
          <p className="text-warning">
            Shows more than a {lensLabels[share.lens].toLowerCase()} link does by itself:{' '}
            {share.more.join(', ')}.
          </p>
        )}
      </div>
      {share.revoked?.canTakeBack && (
        <ActionForm
          action={undo}
          initial={{ share: share.id }}
          submitLabel={`Undo: let “${name}” open again`}
          pendingLabel="Undoing …"
          submitTone="quiet"
        >
          <HiddenField name="share" />
          <p>It no longer opens. You can undo this until a minute after it was revoked.</p>
        </ActionForm>
      )}
      {share.state === 'live' && (
        <>
          {share.url ? (
            <ShareAddress url={share.url} label={`Address of “${name}”`} />
          ) : (
            <p className="text-warning">
              The address cannot be shown again, because the installation’s secret has changed. It
              still works for those who have it. Revoke it and make a new one if you need another
              copy.
            </p>
          )}
          <p className="flex flex-wrap gap-x-6">
            {links(share, level).map(({ href, text }) => (
              <a key={href} href={href} className="inline-flex min-h-11 items-center">
                {text}
              </a>
            ))}
          </p>
          {share.paused && resume && (
            <ActionForm
              action={resume}
              initial={{ share: share.id }}
              submitLabel={`Resume “${name}”`}
              pendingLabel="Resuming …"
            >
              <HiddenField name="share" />
              <OwnPassword ask={askPassword} />
            </ActionForm>
          )}
          <ActionForm
            action={revoke}
            initial={{ share: share.id }}
            submitLabel={`Revoke “${name}”`}
            pendingLabel="Revoking …"
            submitTone="danger"
          >
            <HiddenField name="share" />
          </ActionForm>
          {keepers.length > 1 && (
            <details>
              <summary className="inline-flex min-h-11 cursor-pointer items-center">
                Transfer it
              </summary>
              <ActionForm
                action={handOver}
                initial={{ share: share.id, member: share.keeper?.id ?? '' }}
                submitLabel={`Hand “${name}” over`}
                pendingLabel="Transferring …"
              >
                <HiddenField name="share" />
                <SelectField
                  name="member"
                  label="Who manages it"
                  hint="The link stops working when this member leaves the workspace."
                  options={keepers.map(({ id, name: label }) => ({ value: id, label }))}
                />
              </ActionForm>
            </details>
          )}
        </>
      )}
    </>
  )
}

function links({ id, campaign, url }: ShareView, level: number) {
  const address = `/campaigns/${campaign.slug}/shares/${id}`
  return [
    ...(level === 3 ? [{ href: address, text: 'Change it' }] : []),
    { href: `${address}/shows`, text: 'View it as a reader' },
    ...(url ? [{ href: `${address}/paper`, text: 'QR code for paper' }] : []),
  ]
}
