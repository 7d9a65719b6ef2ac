import { Button } from '@/components/ui/button'

/** Leads to the same address in another of somebody's workspaces, where a link may have been from. */
export function OtherWorkspaces({
  member: { workspaceName, otherWorkspaces },
  here,
  change,
}: {
  member: { workspaceName: string; otherWorkspaces: { id: string; name: string }[] }
  here: string
  change: (formData: FormData) => Promise<void>
}) {
  if (otherWorkspaces.length === 0) return null
  return (
    <form action={change} className="mt-8 max-w-prose">
      <p>
        You are in <bdi>{workspaceName}</bdi>. If the link came from another of your workspaces,
        open it there:
      </p>
      <input type="hidden" name="to" value={here} />
      <div className="mt-3 flex flex-wrap gap-3">
        {otherWorkspaces.map(({ id, name }) => (
          <Button key={id} type="submit" tone="quiet" name="workspace" value={id}>
            <bdi>{name}</bdi>
          </Button>
        ))}
      </div>
    </form>
  )
}
