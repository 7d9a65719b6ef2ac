import { readChangesSince } from '@/server/shares/editions/changes-since'
import { answer } from '../../answer'
import { changesPage } from '../../pages'

export const dynamic = 'force-dynamic'

/** Says what changed in what a link shows since a day. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  return answer(request, token, async ({ reader, isForAll }) => {
    const since = dayFrom(new URL(request.url).searchParams.get('since'))
    const changes = await readChangesSince(reader, since)
    const { indexed, publisher } = changes.terms
    const text = await changesPage({
      ...{ changes, indexed, publisher, address: `/s/${token}`, closed: !isForAll },
    })
    return { text, page: changes.terms }
  })
}

// What is no day is left out, like everything that is not understood.
function dayFrom(text: string | null): string | null {
  if (text === null || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}
