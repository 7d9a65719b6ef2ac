import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Leads from a mail to the notifications of the workspace that it was from. */
export function OtherWorkspace({
  workspace: { id, name },
  change,
}: {
  workspace: { id: string; name: string }
  change: (formData: FormData) => Promise<void>
}) {
  return (
    <div className="mb-6 max-w-prose">
      <Notice>
        <p>
          These are the notifications of the workspace you are in. The mail was from{' '}
          <bdi>{name}</bdi>.
        </p>
        <form action={change} className="mt-3">
          <input type="hidden" name="to" value="/notifications" />
          <Button type="submit" tone="quiet" name="workspace" value={id}>
            <span>
              Go to <bdi>{name}</bdi>
            </span>
          </Button>
        </form>
      </Notice>
    </div>
  )
}
