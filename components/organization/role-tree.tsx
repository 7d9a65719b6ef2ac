import Link from 'next/link'
import type { FormAction } from '@/lib/forms/state'
import type { OrganizationListing } from '@/lib/directory'
import { Tag } from '@/components/ui/tag'
import { campaignRoleLabels, organizationKindLabels, type CampaignRole } from '@/lib/schemas/words'
import { RemoveRole } from './remove-role'

type Node = OrganizationListing & { here: CampaignRole[]; children: Node[] }

/**
 * The organizations of a campaign under those that they belong to. One without a role of its own
 * stands there to say to whom the others belong.
 */
export function RoleTree({
  organizations,
  slug,
  remove,
}: {
  organizations: OrganizationListing[]
  slug: string
  remove: FormAction | null
}) {
  return <Branch nodes={treeOf(organizations, slug)} slug={slug} remove={remove} />
}

function Branch({
  nodes,
  slug,
  remove,
}: {
  nodes: Node[]
  slug: string
  remove: FormAction | null
}) {
  return (
    <ul className="space-y-1">
      {nodes.map((node) => (
        <li key={node.id} className="border-hairline border-l pl-4">
          <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              href={`/campaigns/${slug}/organizations/${node.id}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              <bdi>{node.name}</bdi>
            </Link>
            <span className="text-muted">{organizationKindLabels[node.kind]}</span>
            {node.here.map((role) => (
              <span key={role} className="inline-flex items-center gap-1">
                <Tag>{campaignRoleLabels[role]}</Tag>
                {remove && (
                  <RemoveRole
                    action={remove}
                    organizationId={node.id}
                    role={role}
                    label={`Remove ${node.name} as ${campaignRoleLabels[role].toLowerCase()}`}
                  />
                )}
              </span>
            ))}
          </div>
          {node.children.length > 0 && <Branch nodes={node.children} slug={slug} remove={remove} />}
        </li>
      ))}
    </ul>
  )
}

function treeOf(organizations: OrganizationListing[], slug: string): Node[] {
  const nodes = new Map<string, Node>(
    organizations.map((organization) => [
      organization.id,
      {
        ...organization,
        here: organization.roles
          .filter(({ campaign }) => campaign === slug)
          .map(({ role }) => role),
        children: [],
      },
    ]),
  )
  const shown = new Set<Node>()
  for (const node of nodes.values()) {
    if (node.here.length === 0) continue
    for (
      let one: Node | undefined = node;
      one && !shown.has(one);
      one = one.parentId ? nodes.get(one.parentId) : undefined
    )
      shown.add(one)
  }
  const roots: Node[] = []
  // The list is in order of names, so every branch is too.
  for (const node of nodes.values()) {
    if (!shown.has(node)) continue
    const parent = node.parentId ? nodes.get(node.parentId) : undefined
    ;(parent?.children ?? roots).push(node)
  }
  return roots
}
