import type { ReactNode } from 'react'

/** Where an entry's demands, people and organizations lead for whoever may open them. */
export type Ways = {
  demand: (number: number) => string
  person: (id: string) => string
  organization: (id: string) => string
}

/** Where they lead on members' pages of a campaign. */
export function memberWays(campaignHref: string): Ways {
  return {
    demand: (number) => `${campaignHref}/demands/${number}`,
    person: (id) => `/people/${id}`,
    organization: (id) => `${campaignHref}/organizations/${id}`,
  }
}

/** What leads somewhere where it is known where. */
export function WayTo({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? children : <a href={href}>{children}</a>
}
