import { EmptyState } from '@/components/ui/empty-state'

/** Stands in place of a page that is for owners. */
export function OwnersAlone() {
  return (
    <EmptyState title="Only owners see this page">
      <p>Ask an owner of the workspace. Members lists who they are.</p>
    </EmptyState>
  )
}
