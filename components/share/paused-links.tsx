import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'

/**
 * Says that links are paused, and why; with `resume`, which owners have, those that a restored copy
 * paused can be resumed together.
 */
export function PausedLinks({
  links,
  resume,
  askPassword,
}: {
  links: readonly { paused: boolean; lockedDown: boolean }[]
  resume?: FormAction | undefined
  askPassword: boolean
}) {
  const paused = links.filter((link) => link.paused)
  const count = paused.length
  if (count === 0) return null
  const together = paused.filter(({ lockedDown }) => !lockedDown).length
  return (
    <Notice tone="warning" title={count === 1 ? 'One link is paused' : `${count} links are paused`}>
      <p>
        An owner locked the workspace down, or the database was restored from an older copy: then
        links revoked since would open again, and people who withdrew their consent would be named
        again. Paused links do not open. Check the people and links, and revoke and withdraw again
        whatever had been revoked or withdrawn. Links that a lock-down paused are then resumed one
        by one, the others one by one or all together.
      </p>
      {resume && together > 0 && (
        <ActionForm
          action={resume}
          submitLabel={together === count ? 'Resume all links' : 'Resume the other paused links'}
          pendingLabel="Resuming …"
        >
          <OwnPassword ask={askPassword} />
        </ActionForm>
      )}
      {!resume && <p>An owner of the workspace can resume them.</p>}
    </Notice>
  )
}
