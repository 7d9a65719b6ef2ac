import type { ReactElement } from 'react'
import { Card } from '@/components/share/card'
import { GenericCard } from '@/components/share/generic-card'
import { ShareLock } from '@/components/share/share-lock'
import { ShareMessage } from '@/components/share/share-message'
import { ShareOpen } from '@/components/share/share-open'
import { GENERIC_CARD } from '@/components/share/share-shell'
import { SharedCampaign } from '@/components/share/shared-campaign'
import { SharedChanges } from '@/components/share/shared-changes'
import {
  editionPageCount,
  SharedEditionPage,
  SharedEditions,
} from '@/components/share/shared-edition'
import { SharedEntryPage } from '@/components/share/shared-entry'
import { SharedMapPage } from '@/components/share/shared-map'
import { SharedPlots } from '@/components/share/shared-plots'
import { SharedStatePage } from '@/components/share/shared-state'
import type { ComponentProps } from 'react'
import { env } from '@/server/env'
import { withLanguages } from './languages'

/** The page that a link shows, as the text of an HTML document. */
export async function sharedPage(shared: ComponentProps<typeof SharedCampaign>): Promise<string> {
  return document(<SharedCampaign {...shared} />)
}

/** A page's card as an SVG by itself. */
export async function cardSvg(shared: ComponentProps<typeof Card>): Promise<string> {
  return markup(<Card {...shared} />)
}

/** The picture of all links that allow none of their own, as an SVG by itself. */
export async function genericCardSvg(drawn: ComponentProps<typeof GenericCard>): Promise<string> {
  return markup(<GenericCard {...drawn} />)
}

/** The page of one entry behind a link. */
export async function entryPage(shared: ComponentProps<typeof SharedEntryPage>): Promise<string> {
  return document(<SharedEntryPage {...shared} />)
}

/** The editions of a link. */
export async function editionsPage(shared: ComponentProps<typeof SharedEditions>): Promise<string> {
  return document(<SharedEditions {...shared} />)
}

/** One edition of a link. */
export async function editionPage(
  shared: ComponentProps<typeof SharedEditionPage>,
): Promise<string> {
  return document(<SharedEditionPage {...shared} />)
}

/**
 * All pages of an edition, to be read without us: they lead to each other, to the pictures beside
 * them, and otherwise to the link at its full address.
 */
export async function editionToTakeAway(
  shared: Omit<ComponentProps<typeof SharedEditionPage>, 'page'>,
): Promise<{ name: string; html: string }[]> {
  const count = editionPageCount(shared.edition.content)
  const pages: { name: string; html: string }[] = []
  for (let page = 1; page <= count; page += 1)
    pages.push({
      name: pageName(page),
      html: apart(await editionPage({ ...shared, page }), shared),
    })
  return pages
}

const pageName = (page: number) => (page === 1 ? 'index.html' : `page-${page}.html`)

function apart(html: string, { address }: { address: string }): string {
  return html
    .replaceAll(`"${address}/p/`, '"p/')
    .replaceAll(`, ${address}/p/`, ', p/')
    .replaceAll(`"${address}/mark/`, '"mark/')
    .replaceAll(/href="\?page=(\d+)#/g, (_, page: string) => `href="${pageName(Number(page))}#`)
    .replace('href="/share.css"', 'href="style/share.css"')
    .replace(/<link rel="icon"[^>]*>/, '')
    .replaceAll(/<meta (?:property="og:|name="twitter:)[^>]*>/g, '')
}

/** What changed behind a link since a day. */
export async function changesPage(shared: ComponentProps<typeof SharedChanges>): Promise<string> {
  return document(<SharedChanges {...shared} />)
}

/** How a record stands, as a page by itself. */
export async function statePage(shared: ComponentProps<typeof SharedStatePage>): Promise<string> {
  return document(<SharedStatePage {...shared} />)
}

/** Where the entries behind a link were. */
export async function mapPage(shared: ComponentProps<typeof SharedMapPage>): Promise<string> {
  return document(<SharedMapPage {...shared} />)
}

/** The plots behind a link. */
export async function plotsPage(shared: ComponentProps<typeof SharedPlots>): Promise<string> {
  return document(<SharedPlots {...shared} />)
}

/** Asks for the password of a link. */
export async function lockedPage(token: string, trouble: string | null): Promise<string> {
  return document(<ShareLock action={`/s/${token}`} trouble={trouble} />)
}

/**
 * The only script behind a link: it moves the secret from the address into the form, out of the
 * browser's history, and sends the form.
 */
export const OPEN_SCRIPT =
  "const code=location.hash.slice(1);if(code){history.replaceState(null,'','/s');const form=document.forms[0];form.elements.code.value=code;form.submit()}"

/** The page that opens private links; `trouble` says why the last address did not do. */
export async function openPage(trouble: string | null, withScript: boolean): Promise<string> {
  const page = await document(<ShareOpen trouble={trouble} />)
  return withScript ? page.replace('</body>', `<script>${OPEN_SCRIPT}</script></body>`) : page
}

/** The answer to the handle of a private link in a browser that has not opened it. */
export async function closedPage(): Promise<string> {
  return document(
    <ShareMessage
      title="This page is closed in this browser"
      text="A private link stays open for 12 hours. Open it again with the address that you were given, which has a # in it."
    />,
  )
}

/** The one answer to a link that is unknown, ended, or not a link. */
export async function deadLinkPage(): Promise<string> {
  return document(
    <ShareMessage
      title="There is nothing here"
      text="This link does not exist or is no longer active. Ask the person who gave it to you for a new one."
    />,
  )
}

/** A page that says why there is nothing to see. */
export async function messagePage(said: ComponentProps<typeof ShareMessage>): Promise<string> {
  return document(<ShareMessage {...said} />)
}

/** The answer while the record cannot be read. */
export async function unavailablePage(): Promise<string> {
  return document(
    <ShareMessage
      title="This page cannot be shown just now"
      text="The record cannot be reached. Nothing is lost. Try again in a minute."
    />,
  )
}

async function document(page: ReactElement): Promise<string> {
  const html = await withLanguages(await markup(page))
  // Programs that look for a picture take it by its whole address alone.
  return `<!doctype html>${html.replace(`content="${GENERIC_CARD}"`, `content="${new URL(GENERIC_CARD, env().url).href}"`)}`
}

async function markup(element: ReactElement): Promise<string> {
  // A static import of this package is refused where pages are rendered as server components.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(element)
}
