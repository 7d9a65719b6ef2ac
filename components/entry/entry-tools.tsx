import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { ButtonLink } from '@/components/ui/button'
import { Menu, MenuArrow, MenuLink } from '@/components/ui/menu'
import type { FormAction } from '@/lib/forms/state'

/** What a member may do with an entry: edit it, and the rest in a menu. */
export function EntryTools({
  id,
  campaignHref,
  mayLog,
  mayPlan,
  mayMerge,
  mayShare,
  trash,
}: {
  id: string
  campaignHref: string
  mayLog: boolean
  /** Whether it is an action that is still to come. */
  mayPlan: boolean
  mayMerge: boolean
  mayShare: boolean
  /** Null for those who may not change it. */
  trash: FormAction | null
}) {
  const here = `${campaignHref}/entries/${id}`
  return (
    <div className="chrome mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
      {trash && (
        <ButtonLink tone="quiet" href={`${here}/edit`}>
          Edit
        </ButtonLink>
      )}
      <Menu
        side="left"
        summary={
          <>
            More <MenuArrow />
          </>
        }
      >
        {mayLog && (
          <MenuLink href={`${campaignHref}/entries/new?like=${id}`}>Log another like this</MenuLink>
        )}
        {mayLog && mayPlan && (
          <MenuLink href={`${campaignHref}/plans/new?entry=${id}`}>Plan this action</MenuLink>
        )}
        {mayMerge && <MenuLink href={`${here}/merge`}>Merge duplicates</MenuLink>}
        {mayShare && (
          <MenuLink href={`${campaignHref}/shares/new?scope=entry&entry=${id}`}>
            Share this entry
          </MenuLink>
        )}
        <MenuLink href={`${here}/calendar`}>Add to my calendar</MenuLink>
        {trash && (
          <ActionForm
            action={trash}
            initial={{ id }}
            submitLabel="Move to the trash"
            submitTone="danger"
          >
            <HiddenField name="id" />
          </ActionForm>
        )}
      </Menu>
    </div>
  )
}
