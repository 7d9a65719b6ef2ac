import 'server-only'
import type { z } from 'zod'
import type { DirectoryRecord } from '@/lib/directory-page'
import { getCampaign } from '../campaigns/queries'
import { listDirectory } from '../directory/queries'
import { AppError } from '../errors'
import { campaignsInReach } from '../auth/viewer'
import { requireInReach, requireWholeWorkspace } from '../in-campaign'
import { trashRecord } from '../trash/mutations'
import {
  checkedBody,
  param,
  patched,
  requireVersion,
  versionToChange,
  type Call,
  type Endpoint,
} from './endpoint'
import { directoryPage, DONE, doneShape } from './shapes'

type Read = { id: string; version: number }

/** What tells one directory of the workspace from another. */
type Directory<R extends Read, S extends z.ZodType> = {
  record: DirectoryRecord
  /** Its path below /api/v1, and one of its records in names of endpoints. */
  path: string
  one: string
  group: string
  /** What the record is called, with its article. */
  words: string
  answer: { name: string; schema: z.ZodType }
  /** What is sent for a new record and for a change, without the version. */
  input: z.ZodObject
  schema: () => S
  get: (viewer: Call['viewer'], id: string) => Promise<R>
  toBody: (record: R) => unknown
  /** What its form would send. */
  toFields: (record: R) => Record<string, unknown>
  create: (viewer: Call['viewer'], input: z.output<S>, campaignId: string | null) => Promise<string>
  createScope: Endpoint['scope']
  update: (viewer: Call['viewer'], id: string, input: z.output<S>) => Promise<void>
}

/** The endpoints of a directory: its records belong to the workspace, and campaigns use them. */
export function directoryEndpoints<R extends Read, S extends z.ZodType>(
  directory: Directory<R, S>,
): Endpoint[] {
  const { record, path, one, group, words, answer, input } = directory
  const item = `${path}/{id}`
  const at = async (call: Call) => {
    const id = param(call, 'id')
    await requireInReach(call.viewer, record, id)
    return directory.get(call.viewer, id)
  }
  const read = async (call: Call, id: string) => {
    const found = await directory.get(call.viewer, id)
    return { body: directory.toBody(found), version: found.version }
  }
  return [
    {
      ...{ name: `list${group}`, method: 'GET', path, group },
      summary: `Lists ${group.toLowerCase()} by name.`,
      ...{ scope: 'read', status: 200, answer: directoryPage },
      query: {
        campaign:
          'The name of a campaign in addresses, for what it uses; needed where the token is for some campaigns.',
        q: 'Words that must all be found in the names.',
        after: 'What the page before gave as next.',
      },
      run: async (call) => {
        const campaignId = await campaignAsked(call)
        if (campaignId === null) requireNarrowing(call)
        return {
          body: await listDirectory(call.viewer, record, {
            ...{ q: call.query.get('q') ?? '', after: call.query.get('after') },
            ...(campaignId !== null && { campaignId }),
          }),
        }
      },
    },
    {
      ...{ name: `get${one}`, method: 'GET', path: item, group },
      summary: `Reads ${words}.`,
      ...{ scope: 'read', status: 200, answer },
      run: async (call) => {
        const found = await at(call)
        return { body: directory.toBody(found), version: found.version }
      },
    },
    {
      ...{ name: `create${one}`, method: 'POST', path, group },
      summary: `Adds ${words}.`,
      ...{ scope: directory.createScope, status: 201, answer },
      query: { campaign: 'The name of the campaign in whose pages it is added.' },
      body: { name: `${one}Input`, schema: input },
      run: async (call) => {
        const campaignId = await campaignAsked(call)
        // What is added in a campaign is that campaign's own; what is added in none is everybody's.
        if (record !== 'source' || campaignId === null) requireWholeWorkspace(call.viewer)
        const given = checkedBody(directory.schema(), call.body)
        const id = await directory.create(call.viewer, given, campaignId)
        return { ...(await read(call, id)), location: `${path}/${id}` }
      },
    },
    {
      ...{ name: `change${one}`, method: 'PATCH', path: item, group },
      summary: `Changes fields of ${words}.`,
      ...{ scope: 'publish', status: 200, answer, ifMatch: 'required' },
      body: { name: `${one}Change`, schema: input.partial() },
      run: async (call) => {
        const before = await at(call)
        requireWholeWorkspace(call.viewer)
        const version = versionToChange(call, before.version)
        const after = { ...patched(directory.toFields(before), call.body), version }
        await directory.update(call.viewer, before.id, checkedBody(directory.schema(), after))
        return read(call, before.id)
      },
    },
    {
      ...{ name: `trash${one}`, method: 'DELETE', path: item, group },
      summary: `Moves ${words} that nothing mentions to the trash.`,
      ...{ scope: 'publish', status: 200, answer: doneShape, ifMatch: 'obeyed' },
      run: async (call) => {
        const before = await at(call)
        requireWholeWorkspace(call.viewer)
        await trashRecord(call.viewer, record, before.id, (version) =>
          requireVersion(call, version),
        )
        return DONE
      },
    },
  ]
}

async function campaignAsked({ viewer, query }: Call): Promise<string | null> {
  const slug = query.get('campaign')
  return slug === null ? null : (await getCampaign(viewer, slug)).id
}

function requireNarrowing({ viewer }: Call): void {
  if (campaignsInReach(viewer) === null) return
  throw new AppError(
    'invalid',
    'This token is for some campaigns alone. Say in campaign which one you mean.',
    ['campaign'],
  )
}
