import 'server-only'
import type { DisputeDto, ReplyDto } from '@/lib/record'
import type { Viewer } from '../auth/viewer'
import { toCitations } from './present-citation'
import type { EntryRow } from './reading/row'

type Reader = { viewer: Viewer; withhold: (text: string) => string }

/** Who disputes something, as this viewer may see it. */
export function toDisputes(rows: EntryRow['disputes'], reader: Reader): DisputeDto[] {
  return rows.map(({ id, reason, saidBy, citations }) => ({
    ...{ id, reason: reader.withhold(reason), saidBy: reader.withhold(saidBy) },
    citations: toCitations(citations, reader),
  }))
}

/** What organizations say to an entry, as this viewer may see it. */
export function toReplies(rows: EntryRow['replies'], reader: Reader): ReplyDto[] {
  return rows.map(({ id, organization, edtf, said, citations }) => ({
    ...{ id, organization: organization.name, edtf, text: reader.withhold(said) },
    citations: toCitations(citations, reader),
  }))
}
