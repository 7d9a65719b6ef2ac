import { ButtonLink } from './button'
import { PageHeader } from './page-header'

/** What stands at an address where nothing is, or nothing that this person may see. */
export function NothingHere() {
  return (
    <>
      <PageHeader
        title="There is nothing at this address"
        lead="The page may have moved, the link may no longer be active, or you may not have access to it. Check the address, or ask the person who gave it to you."
      />
      <ButtonLink href="/">Go to the home page</ButtonLink>
    </>
  )
}
