/**
 * Reads a form as a browser without script would: where it is sent, and its hidden fields.
 *
 * @param {string} html of the page
 * @param {string} field a field that only this form has
 * @returns {[string, string][]}
 */
export function hiddenFields(html, field) {
  const form = html.split(/<form\b/).find((part) => part.includes(`name="${field}"`))
  if (!form) throw new Error(`The page has no form with ${field}.`)
  const inputs = (form.split('</form>')[0] ?? '').match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  return inputs.flatMap((input) => {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    return name ? [[plain(name), plain(/value="([^"]*)"/.exec(input)?.[1] ?? '')]] : []
  })
}

/**
 * @param {string} url
 * @param {Record<string, string>} headers
 * @param {[string, string][]} fields
 */
export function send(url, headers, fields) {
  const body = new globalThis.FormData()
  for (const [name, value] of fields) body.append(name, value)
  const { origin } = new URL(url)
  return fetch(url, { method: 'POST', redirect: 'manual', headers: { ...headers, origin }, body })
}

function plain(text) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/**
 * Signs in as somebody does without script.
 *
 * @param {string} base
 * @param {{ email: string, password: string }} account
 * @returns {Promise<string>} the cookies of the session
 */
export async function signIn(base, { email, password }) {
  const page = await fetch(`${base}/sign-in`)
  const signedIn = await send(`${base}/sign-in`, {}, [
    ...hiddenFields(await page.text(), 'password'),
    ['email', email],
    ['password', password],
  ])
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (cookie === '') throw new Error(`Signing in was answered with ${signedIn.status}.`)
  return cookie
}
