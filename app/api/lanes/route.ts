import type { NextRequest } from 'next/server'
import { readFilter } from '@/lib/timeline/filters'
import { FIRST_HOURS, levels } from '@/lib/timeline/lanes/levels'
import { pageSpan } from '@/lib/timeline/lanes/pages'
import { rowings } from '@/lib/timeline/lanes/sheet'
import { packSheet } from '@/lib/timeline/lanes/wire'
import { fitWindow } from '@/lib/timeline/lanes/window'
import { findViewer } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { readLanes } from '@/server/timeline/lanes/read'
import { memberJson, signedOut } from '../member-json'

/**
 * GET /api/lanes?campaign=slug&level=12&page=55&by=lane&skip=0, with a filter as an address holds it:
 * `{ sheet }`, a packed sheet: one span of the lanes at a level of the zoom, for members.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return signedOut()
  const params = request.nextUrl.searchParams
  const level = wholeNumber(params.get('level'))
  const page = wholeNumber(params.get('page'))
  const by = rowings.find((one) => one === params.get('by'))
  if (level === null || page === null || !by || level < 0 || level >= levels.length)
    return memberJson(400, { message: 'Say the level, the page, and what the rows are.' })
  const span = pageSpan(level, page)
  const fitted = fitWindow(span, null)
  if (level >= FIRST_HOURS && Math.abs(fitted.from - span.from) > 1)
    return memberJson(400, { message: 'This page lies outside the years 1 to 9999.' })
  try {
    const { sheets } = await readLanes(
      viewer,
      {
        ...{ slug: params.get('campaign') ?? '', filter: readFilter(params), by },
        skip: Math.max(0, wholeNumber(params.get('skip')) ?? 0),
      },
      () => [{ ...span, level }],
    )
    return memberJson(200, { sheet: sheets[0] ? packSheet(sheets[0]) : null })
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found')
      return memberJson(404, { message: 'There is no such campaign.' })
    throw error
  }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^-?\d{1,9}$/.test(text) ? Number(text) : null
}
