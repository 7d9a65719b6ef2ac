import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { idle, type FormState } from '@/lib/forms/state'
import type { Target } from '@/server/testing/target'
import { paramsOf } from './who-gets-what-questions-test-support'
import { routeOf, thrown, type Answer } from './who-gets-what-test-support'
import type { Askers } from './who-gets-what-world-test-support'

/** What the gate of an action asks for: what a page binds to it, and the form. */
type Gate = { bound: unknown; schema: unknown }
/** The gates that were made, by the action that they made, and the last one. */
export type Gates = { by: Map<unknown, Gate>; last: Gate | null }
type Call = (...all: unknown[]) => Promise<unknown>
type Action = { file: string; name: string; call: Call }

/** Every action of the app: its file below app/, its name, and itself. */
export async function everyAction(): Promise<Action[]> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/test/.test(name))
    .filter((name) => readFileSync(join('app', name), 'utf8').startsWith("'use server'"))
    .sort()
  const found = []
  for (const file of files) {
    const exported = (await import(join(process.cwd(), 'app', file))) as Record<string, Call>
    for (const [name, call] of Object.entries(exported)) found.push({ file, name, call })
  }
  return found
}

/** Has each action make its gate, for somebody whom it lets do nothing: some make it when they are called. */
export async function learnGates(actions: Action[], gates: Gates): Promise<void> {
  for (const { call } of actions) {
    gates.last = null
    if (call.length < 2 || gates.by.has(call)) continue
    const given = call.length === 3 ? [{}, idle, new FormData()] : [idle, new FormData()]
    await call(...given).catch(thrown)
    if (gates.last) gates.by.set(call, gates.last)
  }
}

/** Calls an action as its page does, with whatever its gate takes, and with records of the target. */
export async function callAction(
  { file, name, call }: Action,
  of: Target,
  { askers, gates }: { askers: Askers; gates: Gates },
): Promise<unknown> {
  const known = recordsFor(file, of, askers)
  if (call.length === 0) return call()
  if (call.length === 1)
    return call(name === 'changeWorkspace' ? formWith({ workspace: of.workspaceId }) : known.id)
  const { bound, schema } = gates.by.get(call) ?? { bound: null, schema: null }
  const given = await filled(bound, known, {})
  const form = formWith(await filled(schema, known, given))
  return call(...(call.length === 3 ? [given, idle, form] : [idle, form]))
}

/** What an action answered, in a few words. */
export function actionAnswer(state: unknown): Answer {
  const all = JSON.stringify(state) ?? ''
  return { said: saidBy(state as FormState), own: all, all }
}

function saidBy(state: FormState | undefined): string {
  if (typeof state !== 'object' || !('status' in state)) return 'answers'
  // Each failure that nobody foresaw has a reference of its own.
  if (state.status === 'failed') return `“${state.message.replace(/[0-9a-f]{8}(?=\.$)/, '…')}”`
  if (state.status === 'invalid') return `asks for ${Object.keys(state.fieldErrors).join(', ')}`
  return state.status
}

function formWith(values: Record<string, unknown>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string') form.append(name, value)
  return form
}

type Known = Record<string, string | number>

function recordsFor(file: string, of: Target, askers: Askers): Known {
  const route = routeOf(file.replace(/[^/]+$/, 'page.tsx'))
  // A list knows the id of what one does to it, its own address does not.
  const params = paramsOf(/\[id\]/.test(route) ? route : `${route}/[id]`, of, askers)
  return {
    ...params,
    ...{ campaign: of.campaign.id, campaignId: of.campaign.id, workspace: of.workspaceId },
    ...{ entry: of.entryId, demand: of.demand.id, target: of.demand.targetId },
    ...{ organization: of.organizationId, person: of.personId, source: of.sourceId },
    ...{ member: of.viewer.memberId, memberId: of.viewer.memberId },
    ...{ email: 'somebody@example.org', date: '2026-02-14', expires: '30d', role: 'viewer' },
    ...{ day: '2026-02-14', today: '2026-02-14', timeZone: 'UTC', number: of.demand.number },
    ...{ until: '2026-02-14T12:00:00.000Z', record: 'entry', kind: 'rally', purpose: 'share' },
    ...{ survivorId: of.organizationId, duplicateId: of.entryId, keepsNames: 'yes' },
    ...{ home: '/people', back: '/people', trash: '/trash' },
    here: `/campaigns/${of.campaign.slug}/table?q=x`,
  }
}

/** For each field of a schema the first value that it takes: of the record, or whatever fits. */
async function filled(
  schema: unknown,
  known: Known,
  given: object,
): Promise<Record<string, unknown>> {
  const made = typeof schema === 'function' ? await madeBy(schema as Making, given) : schema
  if (!(made instanceof z.ZodObject)) return {}
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries<z.ZodType>(made.shape)) {
    const fits = [known[name], ...Object.values(known), 'entry', 1, '', 'Words'].find(
      (value) => value !== undefined && field.safeParse(value).success,
    )
    const nested = field instanceof z.ZodObject ? await filled(field, known, given) : undefined
    const value = fits ?? nested ?? optionOf(field)
    if (value !== undefined) values[name] = value
  }
  return values
}

type Making = (values: object, given: object, viewer: object) => unknown

async function madeBy(make: Making, given: object): Promise<unknown> {
  try {
    return await make({ kind: 'rally' }, given, { role: 'owner' })
  } catch {
    return null
  }
}

function optionOf(field: z.ZodType): unknown {
  if (field instanceof z.ZodEnum) return field.options[0]
  return field instanceof z.ZodLiteral ? field.value : undefined
}
