declare global {
  var __webpack_nonce__: string | undefined
}

/**
 * React Aria puts a small style element into the page, with the nonce that it finds here. It is the
 * one with which the document came, as its scripts have it: the page's policy knows no other, and
 * an answer that comes later has another.
 */
export function giveStylesTheNonce(): void {
  if (typeof document === 'undefined') return
  globalThis.__webpack_nonce__ ??=
    document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined
}
