import { inWords, STRANGERS, type Asked, type Words } from './who-gets-what-told-test-support'

/** The parts of the table. */
export type Part = 'pages' | 'handlers' | 'links' | 'endpoints'

const ALL = 'nobody, suspended, elsewhere'

/** What answers strangers as it answers whoever may read the most, by why and which of them. */
const ALIKE: Record<Part, [why: string, who: string, routes: string[]][]> = {
  pages: [
    ['the same for everybody', ALL, ['/for-members', '/for-readers', '/forgot-password']],
    [
      'by a secret or a code',
      ALL,
      ['/confirm-address/[token]', '/invitation/[token]', '/reset/[token]', '/sign-in/code'],
    ],
    ['over once there is an account', ALL, ['/set-up']],
    ['leads on whoever is signed in', 'elsewhere', ['/', '/sign-in']],
    [
      'their own account',
      'elsewhere',
      ['/passkeys', '/sign-in-codes', '/notifications', '/own-password'],
    ],
    ['their own workspace', 'elsewhere', ['/campaigns/new', '/export', '/import', '/trash']],
    ['the same', 'elsewhere', ['/workspace/lock-down', '/workspace/webhooks']],
    ['days on which the whole installation was backed up', 'elsewhere', ['/backups']],
  ],
  handlers: [
    [
      'into their own workspace',
      'elsewhere',
      ['POST /api/mark', 'POST /api/photos', 'POST /api/records'],
    ],
    ['asked by the HTTP server alone', ALL, ['POST /api/refused']],
    ['towns of the world', 'elsewhere', ['GET /api/places']],
    ['refused to who owns a part of the installation', 'elsewhere', ['GET /backups/file']],
    ['a cookie is no token', ALL, ['GET', 'POST', 'PATCH', 'DELETE'].map(ofApi)],
  ],
  links: [
    ['a form for a code', 'wrong secret, ended, without the password', ['GET /s']],
    ['leads to the link, which asks for it', 'without the password', ['POST /s']],
  ],
  endpoints: [
    [
      'into their own workspace',
      'elsewhere',
      ['campaigns', 'organizations', 'people', 'sources'].map((list) => `POST /api/v1/${list}`),
    ],
  ],
}

function ofApi(method: string): string {
  return `${method} /api/v1/[...path]`
}

/** The routes of a part that may answer a stranger as they answer whoever may read the most, with whom. */
export function mayBeAlike(part: Part): string[] {
  const route = part === 'pages' ? (path: string) => `page ${path}` : (path: string) => path
  return ALIKE[part].flatMap(([, who, routes]) => routes.map((one) => `${route(one)}: ${who}`))
}

/** The routes that do. */
export function alikeIn(asked: Asked[], words: Words): string[] {
  const routes = new Map<string, Map<string, string>>()
  for (const { route, who, answer } of asked) {
    const answers = routes.get(route) ?? new Map<string, string>()
    routes.set(route, answers.set(who, inWords(answer, words)))
  }
  return [...routes].flatMap(([route, answers]) => {
    const most = answers.get('owner') ?? answers.get('member')
    const alike = [...answers].filter(([who, said]) => isStranger(who) && said === most)
    return alike.length > 0 ? [`${route}: ${alike.map(([who]) => who).join(', ')}`] : []
  })
}

function isStranger(who: string): boolean {
  return STRANGERS.has(who) || who === 'an owner’s token of another campaign'
}
