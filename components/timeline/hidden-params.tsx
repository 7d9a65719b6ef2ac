import type { Extra } from '@/lib/timeline/address'

/** What a GET form must keep of the address it leaves. */
export function HiddenParams({ params, extra = {} }: { params: URLSearchParams; extra?: Extra }) {
  const rest = Object.entries(extra).filter(([, value]) => value !== null && value !== undefined)
  return [...params, ...rest].map(([name, value], index) => (
    <input key={`${name} ${index}`} type="hidden" name={name} value={String(value)} />
  ))
}
