import Form from 'next/form'
import Link from 'next/link'
import { Button } from '@/components/ui/button'

/** Finds the record that is to go into this one, by its words. */
export function MergeChoice({
  name,
  q,
  found,
  here,
  heading: Heading,
}: {
  name: string
  q: string
  found: { id: string; name: string; note: string; campaigns: string[] }[] | null
  here: string
  heading: 'h1' | 'h2'
}) {
  return (
    <div className="max-w-prose">
      <Heading className="mb-4 text-2xl">
        Merge another into <bdi>{name}</bdi>
      </Heading>
      <Form action={here} className="mb-6 flex flex-wrap items-end gap-3">
        <label className="min-w-0 flex-1 basis-64">
          <span className="font-semibold">Which one is the same?</span>
          <input name="q" type="search" defaultValue={q} className="control mt-1" />
        </label>
        <Button type="submit">Find</Button>
      </Form>
      {found?.length === 0 && (
        <p className="text-muted">
          Nothing to merge matches. Try other words from its name or title.
        </p>
      )}
      {found && found.length > 0 && (
        <ul className="divide-hairline divide-y">
          {found.map(({ id, name: title, note, campaigns }) => (
            <li key={id} className="py-1">
              <Link
                href={`${here}?with=${id}`}
                prefetch={false}
                className="inline-flex min-h-11 items-center"
              >
                <bdi>{title}</bdi>
              </Link>
              <p className="text-muted -mt-1">
                <bdi>
                  {[note, campaigns.length > 0 && `in ${campaigns.join(', ')}`]
                    .filter(Boolean)
                    .join(', ')}
                </bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
