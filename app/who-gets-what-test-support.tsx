import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NextRequest } from 'next/server'
import type { ReactElement, ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { AppError } from '@/server/errors'

/** A page or a handler of the app, as it is asked for; `form` is what is sent to a handler that writes. */
export type Asked = {
  file: string
  method: string
  params: Record<string, string>
  query: string
  form?: FormData | URLSearchParams
}

/** An answer in a few words, the part of it that is its own, and all that is given. */
export type Answer = { said: string; own: string; all: string }

type Props = { params?: Promise<object>; searchParams?: Promise<object>; children?: ReactNode }
type Page = (props: Props) => ReactNode | Promise<ReactNode>
type Handler = (request: NextRequest, context: object) => Promise<Response>
type Module = { default?: Page } & Record<string, Handler | undefined>
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Every page and every handler of the app, found where Next finds them. */
export function routeFiles(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name))
    .sort()
}

/** The address of a page or a handler, with the places in it. */
export function routeOf(file: string): string {
  return `/${file.replace(/\([^)]*\)\//g, '').replace(/\/?(page\.tsx|route\.ts)$/, '')}`
}

/** What can be asked of a file: its page, or the methods that its handler takes. */
export async function methodsOf(file: string): Promise<string[]> {
  if (file.endsWith('page.tsx')) return ['page']
  const handlers = await load(file)
  return METHODS.filter((method) => handlers[method])
}

async function load(file: string): Promise<Module> {
  return (await import(join(process.cwd(), 'app', file))) as Module
}

/** What whoever has the cookie of this moment is answered, in a few words. */
export async function answerOf(asked: Asked): Promise<Answer> {
  try {
    return asked.method === 'page' ? await pageAnswer(asked) : await handlerAnswer(asked)
  } catch (error) {
    const said = thrown(error)
    return { said, own: '', all: said }
  }
}

async function handlerAnswer({ file, method, params, query, form }: Asked): Promise<Answer> {
  const address = `http://127.0.0.1:3000${filled(file, params)}?${query}`
  const request = new NextRequest(address, { method, ...(form && { body: form }) })
  const handler = (await load(file))[method]
  const response = await handler?.(request, { params: Promise.resolve(params) })
  if (!response) throw new Error(`${file} takes no ${method}.`)
  return responseAnswer(response)
}

/** What a response says, with its body as text, whatever it is, and its headers. */
export async function responseAnswer(response: Response): Promise<Answer> {
  const location = response.headers.get('location')
  const said =
    location && response.status > 299
      ? `${response.status} to ${place(location)}`
      : String(response.status)
  const text = await response.text()
  return { said, own: text, all: [text, ...response.headers.values()].join('\n') }
}

/**
 * The page in the layouts of its folders, which may turn somebody away as well: how many forms of it write,
 * and what it says in place of something.
 */
async function pageAnswer({ file, params, query }: Asked): Promise<Answer> {
  const given = { params: Promise.resolve(params) }
  const searchParams = Promise.resolve(Object.fromEntries(new URLSearchParams(query)))
  let shown = element((await load(file)).default, { ...given, searchParams })
  for (const layout of layoutsOf(file))
    shown = element((await load(layout)).default, { ...given, children: shown })
  const html = await rendered(shown)
  const own = html.slice(Math.max(0, html.indexOf('<main')))
  const count = own.match(/javascript:throw|method="post"/g)?.length ?? 0
  const forms = count > 0 ? [`forms that write ${count}`] : []
  return { said: ['shown', ...forms, ...noticesIn(own)].join(', '), own, all: html }
}

function element(Component: Page | undefined, props: Props): ReactElement {
  if (!Component) throw new Error('The file has no page.')
  return <Component {...props} />
}

// The outermost one is the document itself, which is the same for everybody.
function layoutsOf(file: string): string[] {
  const all = readdirSync('app', { recursive: true, encoding: 'utf8' })
  return all
    .filter((name) => name.endsWith('/layout.tsx') && file.startsWith(name.slice(0, -10)))
    .sort((one, other) => other.length - one.length)
}

async function rendered(shown: ReactElement): Promise<string> {
  const { prelude } = await prerender(shown, { onError: () => undefined })
  const html = await new Response(prelude).text()
  return html.replaceAll(/<script\b.*?<\/script>/gs, '')
}

/** The titles of what a page says in place of something (components/ui/empty-state.tsx). */
function noticesIn(html: string): string[] {
  const titles = [...html.matchAll(/<div class="bg-wash px-5 py-8"><h[23][^>]*>(.*?)<\/h[23]>/g)]
  return titles.map(([, title = '']) => `“${title.replaceAll(/<[^>]*>/g, '')}”`)
}

function filled(file: string, params: Record<string, string>): string {
  return routeOf(file).replaceAll(/\[([^\]]+)\]/g, (_all, name: string) => params[name] ?? '')
}

/** Where somebody is sent, or that nothing is there, as Next says it. */
export function thrown(error: unknown): string {
  if (error instanceof AppError) return `THE PAGE FOR ERRORS (${error.code}: ${error.message})`
  const { digest = '' } = error as { digest?: string }
  if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return 'not found'
  const [kind, , to = ''] = digest.split(';')
  if (kind !== 'NEXT_REDIRECT') throw error
  return /^\/sign-in(\?|$)/.test(to) ? 'to sign in' : `on to ${place(to)}`
}

/** An address without what each run makes anew; of its query what went wrong alone. */
function place(to: string): string {
  const { pathname, searchParams } = new URL(to, 'http://127.0.0.1:3000')
  const trouble = searchParams.get('trouble')
  const path = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=^\/s\/)\w{26}/g, '…')
  return trouble ? `${path} (${trouble})` : path
}
