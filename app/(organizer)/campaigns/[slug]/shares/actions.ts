'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import {
  shareDetailsSchema,
  sharePasswordSchema,
  shareSchema,
  shareTermsSchema,
} from '@/lib/schemas/share'
import { isLong, showsMore } from '@/lib/shares/asks'
import { organizerAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { changeShareDetails, changeShareTerms } from '@/server/shares/links/changes'
import { freezeShare } from '@/server/shares/editions/editions'
import { changeSharePassword, handOverShare, revokeAllShares } from '@/server/shares/links/keeping'
import { revokeShare, takeBackEnd } from '@/server/shares/links/ending'
import { createShare } from '@/server/shares/links/mutations'
import { getShare } from '@/server/shares/links/queries'
import { decidePlaces } from '@/server/shares/reading/open-places'
import { resumeShares } from '@/server/shares/links/paused'
import {
  freezeSchema,
  handOverSchema,
  placesSchema,
  resumeSchema,
  revokeAllSchema,
  revokeSchema,
} from '@/server/shares/links/schema'

export async function makeShare(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(shareSchema, async (viewer, input, values) => {
    const shown = { lens: input.lens, choices: input.choices ?? null }
    if (isLong(input.expires) || showsMore(shown)) await requireOwnPassword(viewer, values)
    const { url } = await createShare(viewer, input)
    refresh()
    return { message: 'Link created.', address: url }
  })(previous, formData)
}

export async function changeTerms(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(shareTermsSchema, async (viewer, input, values) => {
    const before = await getShare(viewer, input.share)
    const shown = { lens: input.lens, choices: input.choices ?? null }
    if (showsMore(shown, before)) await requireOwnPassword(viewer, values)
    await changeShareTerms(viewer, input)
    refresh()
    return 'The link shows this now.'
  })(previous, formData)
}

export async function changeDetails(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(shareDetailsSchema, async (viewer, input, values) => {
    const { indexed } = await getShare(viewer, input.share)
    const isFound = input.indexed === true && !indexed
    if (isFound || (input.expires !== undefined && isLong(input.expires)))
      await requireOwnPassword(viewer, values)
    await changeShareDetails(viewer, input)
    refresh()
    return 'Link changed.'
  })(previous, formData)
}

export async function changePassword(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(sharePasswordSchema, async (viewer, input, values) => {
    if (input.password === '') await requireOwnPassword(viewer, values)
    await changeSharePassword(viewer, input)
    refresh()
    return input.password === ''
      ? 'Password removed. The link opens without one.'
      : 'Password set. Only this password opens the link.'
  })(previous, formData)
}

export async function freeze(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(freezeSchema, async (viewer, input) => {
    const { number } = await freezeShare(viewer, input)
    refresh()
    return `Edition ${number} is frozen. The link's readers find it under Editions.`
  })(previous, formData)
}

export async function endShare(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(revokeSchema, async (viewer, { share }) => {
    await revokeShare(viewer, share)
    refresh()
    return 'Link revoked. It no longer opens. For a minute you can undo this, under Inactive links.'
  })(previous, formData)
}

export async function undoEnd(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(revokeSchema, async (viewer, { share }) => {
    const { paused } = await takeBackEnd(viewer, share)
    refresh()
    return paused
      ? 'The link is no longer revoked, but it is paused: it opens when an owner resumes it.'
      : 'The link opens again.'
  })(previous, formData)
}

export async function handShareOver(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(handOverSchema, async (viewer, input) => {
    await handOverShare(viewer, input)
    refresh()
    return 'Link transferred.'
  })(previous, formData)
}

export async function endAllShares(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(revokeAllSchema, async (viewer) => {
    const count = await revokeAllShares(viewer)
    refresh()
    return count === 1 ? 'One link revoked.' : `${count} links revoked.`
  })(previous, formData)
}

export async function resume(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(resumeSchema, async (viewer, { share }, values) => {
    await requireOwnPassword(viewer, values)
    const count = await resumeShares(viewer, share)
    refresh()
    return count === 1 ? 'One link can be read again.' : `${count} links can be read again.`
  })(previous, formData)
}

export async function decideNames(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(placesSchema, async (viewer, { places }) => {
    const decided = places.flatMap(({ decision, ...place }) =>
      decision === '' ? [] : [{ ...place, decision }],
    )
    await decidePlaces(viewer, decided)
    refresh()
    return decided.length === 1 ? 'One text is decided.' : `${decided.length} texts are decided.`
  })(previous, formData)
}
