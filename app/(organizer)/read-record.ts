import { cache } from 'react'
import { requireViewer } from '@/server/auth/session'
import { getOrganization } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { getPerson } from '@/server/people/queries'
import { getSource } from '@/server/sources/queries'

/** The parameters of a page's address, as Next gives them. */
export type Query = Record<string, string | string[] | undefined>

// The title of a page, its breadcrumbs and its body ask for one record, which is read once.
const person = cache(async (id: string, appearances?: string, accounts?: string) =>
  orNotFound(getPerson(await requireViewer(), id, { appearances, accounts })),
)
const organization = cache(async (id: string, entries?: string, inquiries?: string) =>
  orNotFound(getOrganization(await requireViewer(), id, { entries, inquiries })),
)
const source = cache(async (id: string, passages?: string, passage?: string) =>
  orNotFound(getSource(await requireViewer(), id, { passages, passage })),
)

/** The person of a page, with the pages of their mentions that its address asks for. */
export function readPerson(id: string, query: Query) {
  return person(id, one(query.appearances), one(query.accounts))
}

/** The organization of a page, with the pages of its mentions that its address asks for. */
export function readOrganization(id: string, query: Query) {
  return organization(id, one(query.entries), one(query.inquiries))
}

/** The source of a page, with the passages that its address asks for. */
export function readSource(id: string, query: Query) {
  return source(id, one(query.passages), one(query.passage))
}

/** These parameters of an address, by name; those that are missing or come twice are undefined. */
export function listParams(query: Query, ...names: string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, one(query[name])]))
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
