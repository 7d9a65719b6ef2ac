import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { capture } from '@/lib/capture/capture'
import type { CaptureDirectory, CaptureDocument } from '@/lib/capture/types'
import { damaged, withoutHang } from '@/lib/imports/damage-test-support'
import { AppError } from '../errors'
import { emptyDirectory } from './directory'
import { documentSaid, documentType } from './read-document'
import { answerFor } from './worker/answer'

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Drivers stop work</title>
<meta property="og:site_name" content="Toledo Herald"><link rel="canonical" href="https://news.example.org/1">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Drivers stop work","datePublished":"2026-02-14T10:00:00Z","author":{"name":"Ana Reyes"}}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Drivers stop work in Toledo</h1>
<figure><img src="a.jpg" alt=""><figcaption>Drivers at the gate (Photo: Ana Reyes)</figcaption></figure>
<p>TOLEDO, Ohio &mdash; About 300 drivers walked out of the Northgate warehouse on Friday.</p>
<p>“We want a contract,” said Lena Ortiz, a driver and member of Local 12. “We will be back on March 3.”</p>
<p>The union demanded that Amazon end its contract with the agency. Amazon did not respond to a request for comment.</p>
<table><tr><td>1<td>2</table><ul><li>One<li>Two</ul></article></body></html>`

const SAVED = [
  ...['From: <Saved by Blink>', 'Snapshot-Content-Location: https://news.example.org/1'],
  ...['Subject: Drivers stop work', 'MIME-Version: 1.0', 'Content-Type: multipart/related;'],
  ...['\ttype="text/html";', '\tboundary="----Bound"', '', '------Bound'],
  ...['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable', ''],
  PAGE.replaceAll('=', '=3D').replaceAll('“', '=E2=80=9C').replaceAll('”', '=E2=80=9D'),
  ...['------Bound', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', ''],
  ...['iVBORw0KGgo=', '------Bound--', ''],
].join('\r\n')

const WORDS = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '<table>',
    '<svg><style>',
    '<template>',
    '<!--',
    '-->',
    ']]>',
    '<a b=',
  ],
  ...[
    '&#x110000;',
    '&amp',
    '<script>',
    '</article>',
    '<meta charset="utf-16">',
    '”',
    '“',
    ' said ',
  ],
  ...[
    'on Friday',
    'Dr. ',
    '=3D',
    '=ZZ',
    '------Bound\r\n',
    'Content-Type: text/html\r\n',
    '\r\n\r\n',
  ],
]

let directory: CaptureDirectory
beforeAll(async () => {
  directory = await emptyDirectory()
})

describe.each([
  ['page', 'html', PAGE],
  ['saved page', 'mht', SAVED],
] as const)('a damaged %s', (_name, type, good) => {
  it('is read or refused in a sentence, soon, and each passage stands in its text', async () => {
    expect(documentType(Buffer.from(good))).toBe(type)
    await fc.assert(
      fc.asyncProperty(damaged(Buffer.from(good), WORDS), async (bytes) => {
        const before = process.cpuUsage()
        const answer = await answerFor({ type, url: '' }, Buffer.from(bytes))
        expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000)
        // As it comes out of the process that reads.
        const document = documentOrSentence(JSON.parse(JSON.stringify(answer)))
        if (!document) return
        const found = withoutHang(() => capture(document, directory))
        for (const { start, end, exact } of passagesIn(found))
          expect(exact).toBe(document.text.slice(start, end))
      }),
      { numRuns: 60 },
    )
  })
})

function documentOrSentence(said: unknown): CaptureDocument | null {
  try {
    return documentSaid(said)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as Error).message).toMatch(/^[A-Z].*\.$/)
    return null
  }
}

type Place = { start: number; end: number; exact: string }

function passagesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value && 'start' in value) return [value as Place]
  return Object.values(value).flatMap(passagesIn)
}
