import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import type { FormAction } from '@/lib/forms/state'

/** How something in a list is ended: by an action that is told which one in a field. */
type Ending = { action: FormAction; field: string; id: string; label: string; pending: string }

/** The rows of a list of what can be ended, one by one. */
export function EndingRows({ children }: { children: ReactNode }) {
  return <ul className="divide-hairline divide-y">{children}</ul>
}

/** One thing with what is known of it, and the way to end it; without one it can only be read. */
export function EndingRow({
  heading,
  facts,
  ending,
}: {
  heading: ReactNode
  facts: ReactNode
  ending: Ending | null
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p className="font-semibold">{heading}</p>
        {facts}
      </div>
      {ending && (
        <ActionForm
          action={ending.action}
          initial={{ [ending.field]: ending.id }}
          submitLabel={ending.label}
          pendingLabel={ending.pending}
          submitTone="quiet"
        >
          <HiddenField name={ending.field} />
          {/* Of many rows one asks, once its own action did. */}
          <OwnPassword ask={false} />
        </ActionForm>
      )}
    </li>
  )
}
