import { Menu, MenuArrow, MenuLink } from '@/components/ui/menu'

/** The way to another campaign, beside the title of this one; nothing where there is no other. */
export function CampaignSwitcher({ others }: { others: { slug: string; title: string }[] }) {
  if (others.length === 0) return null
  return (
    <nav aria-label="Other campaigns">
      <Menu
        side="around"
        summary={
          <span className="-mx-2 inline-flex min-h-11 min-w-11 items-center justify-center">
            <span className="sr-only">Other campaigns</span>
            <MenuArrow />
          </span>
        }
      >
        {others.map(({ slug, title }) => (
          <MenuLink key={slug} href={`/campaigns/${slug}`}>
            <bdi className="max-w-64">{title}</bdi>
          </MenuLink>
        ))}
        <div className="border-hairline mt-2 border-t pt-2">
          <MenuLink href="/campaigns">All campaigns</MenuLink>
        </div>
      </Menu>
    </nav>
  )
}
