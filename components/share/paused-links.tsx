import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'

/**
 * Says that links are paused, and why; with `resume`, which owners have, all of them can be resumed.
 */
export function PausedLinks({ count, resume }: { count: number; resume?: FormAction | undefined }) {
  if (count === 0) return null
  return (
    <Notice tone="warning" title={count === 1 ? 'One link is paused' : `${count} links are paused`}>
      <p>
        An owner locked the workspace down, or the database was restored from an older copy: then
        links revoked since would open again, and people who withdrew their consent would be named
        again. Paused links do not open. Check the people and links, revoke and withdraw again
        whatever had been revoked or withdrawn, then resume the links one by one or all together.
      </p>
      {resume ? (
        <ActionForm action={resume} submitLabel="Resume all links" pendingLabel="Resuming …">
          {null}
        </ActionForm>
      ) : (
        <p>An owner of the workspace can resume them.</p>
      )}
    </Notice>
  )
}
