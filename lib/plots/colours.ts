/** The colours of the light theme, for files that know no theme; the same as in share-page.css. */
export const lightColours: Record<string, string> = {
  '--color-paper': '#fbfaf7',
  '--color-ink': '#1a1a17',
  '--color-muted': '#5c5a52',
  '--color-hairline': '#dcd9d0',
  '--color-control': '#8a877c',
  '--color-focus': '#0072b2',
  '--color-action': '#ad4a00',
  '--color-demand': '#00659e',
  '--color-response': '#7d4471',
  '--color-outcome': '#00744f',
  '--color-context': '#5f5d56',
}

/** Style with every token replaced by its colour. @throws RangeError for a token without one. */
export function inLight(style: string): string {
  return style.replaceAll(/var\((--[a-z-]+)\)/g, (_, token: string) => {
    const colour = lightColours[token]
    if (colour === undefined) throw new RangeError(`${token} has no colour.`)
    return colour
  })
}
