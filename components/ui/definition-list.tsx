import type { ReactNode } from 'react'

export type Definition = { term: ReactNode; detail: ReactNode; key?: string }

/** Terms beside their details at a desk, above them on a phone. Empty details are left out. */
export function DefinitionList({ items }: { items: Definition[] }) {
  const shown = items.filter(
    ({ detail }) => detail !== null && detail !== undefined && detail !== '',
  )
  return (
    <dl className="divide-hairline border-hairline divide-y border-b">
      {shown.map(({ term, detail, key }, index) => (
        <div
          key={key ?? (typeof term === 'string' ? term : index)}
          className="gap-x-6 py-2.5 sm:grid sm:grid-cols-[12rem_1fr]"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0">{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
