import 'server-only'
import { shownIn } from '@/lib/sources/fields'
import type { Prisma } from '@/prisma/generated/client'
import { checkSelect } from './checked'
import { forColumns } from './columns'
import { currentWording } from '../demands/current-wording'

const citations = {
  select: {
    id: true,
    exact: true,
    prefix: true,
    suffix: true,
    match: true,
    source: { select: { id: true, ...shownIn('cited') } },
  },
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
} satisfies Prisma.CitationFindManyArgs

// The pictures of a source are told once, beside the entry's own citation of it.
const withPictures = {
  ...citations,
  select: {
    ...citations.select,
    source: {
      select: {
        ...citations.select.source.select,
        pictures: {
          select: { caption: true, credit: true },
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
        },
      },
    },
  },
} satisfies Prisma.CitationFindManyArgs

const disputes = {
  where: { takenBackAt: null },
  select: { id: true, reason: true, saidBy: true, citations },
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
} satisfies Prisma.DisputeFindManyArgs

const named = { select: { id: true, name: true } }
const inOrder = [
  { position: 'asc' },
  { id: 'asc' },
] as const satisfies Prisma.AppearanceOrderByWithRelationInput[]

/** What is read of an entry with all its parts. */
export const entrySelect = {
  id: true,
  // The columns of the fields' own.
  ...forColumns(() => true as const),
  campaign: { select: { timeZone: true } },
  version: true,
  updatedAt: true,
  ...{ checkedVersion: true, ...checkSelect },
  accordingTo: { select: { id: true, name: true, consent: true } },
  organizations: {
    select: { part: true, organization: named },
    orderBy: [{ part: 'asc' }, { organization: { name: 'asc' } }],
  },
  appearances: {
    select: {
      id: true,
      role: true,
      description: true,
      affiliation: true,
      person: { select: { id: true, name: true, consent: true } },
      quotes: {
        select: {
          ...{ id: true, text: true, consent: true, citations, disputes },
          ...checkSelect,
          demands: {
            where: { demand: { trashedAt: null } },
            select: {
              demand: {
                select: {
                  ...{ id: true, number: true },
                  ...currentWording,
                },
              },
            },
            orderBy: { demand: { number: 'asc' } },
          },
        },
        orderBy: inOrder,
      },
    },
    orderBy: inOrder,
  },
  demands: {
    select: {
      id: true,
      relation: true,
      stance: true,
      organization: named,
      demand: {
        select: {
          id: true,
          number: true,
          trashedAt: true,
          ...currentWording,
        },
      },
    },
    orderBy: inOrder,
  },
  claims: {
    select: {
      id: true,
      field: true,
      value: true,
      saidBy: true,
      working: true,
      reason: true,
      citations,
    },
    orderBy: [{ working: 'desc' }, { position: 'asc' }, { id: 'asc' }],
  },
  disputes,
  replies: {
    select: { id: true, organization: named, edtf: true, said: true, citations },
    orderBy: inOrder,
  },
  citations: withPictures,
  photos: {
    where: { removedAt: null, sweptAt: null },
    select: {
      id: true,
      caption: true,
      credit: true,
      alt: true,
      decorative: true,
      width: true,
      height: true,
      suffixes: true,
    },
    orderBy: inOrder,
  },
  inquiries: {
    select: {
      id: true,
      through: true,
      edtf: true,
      askedBy: named,
      recipients: {
        select: { outcome: true, organization: named },
        orderBy: { organization: { name: 'asc' } },
      },
      updates: {
        where: {
          takenBackAt: null,
          OR: [{ entryId: null }, { entry: { status: 'published', trashedAt: null } }],
        },
        select: { organizationId: true, outcome: true, edtf: true, entryId: true },
        orderBy: [{ firstDay: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.EntrySelect

/** An entry's row with all its parts, before anything is kept from a reader. */
export type EntryRow = Prisma.EntryGetPayload<{ select: typeof entrySelect }>
