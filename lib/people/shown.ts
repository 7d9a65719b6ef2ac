declare const shown: unique symbol

/**
 * A text out of which every name that its reader may not know was taken. `Withholder` alone makes
 * one, so that no other text can be given to a reader of a share.
 */
export type Shown = string & { readonly [shown]: true }

/**
 * Properties that hold nobody's words: ids, days and moments, zones, file names and the values of
 * closed lists. They stay as they are; every other text is shown.
 */
export const opaque = [
  ...['id', 'demandId', 'personId', 'edtf', 'firstDay', 'lastDay', 'day', 'since', 'time'],
  ...['timeZone', 'updatedAt', 'createdAt', 'frozenAt', 'published', 'files', 'last', 'nonce'],
  ...['kind', 'lane', 'status', 'placePrecision', 'field', 'role', 'consent', 'relation'],
  ...['stance', 'standing', 'outcome', 'part', 'lens'],
] as const

/**
 * The property that holds the sentence which is made of an entry's other parts. Nothing that is stored
 * may have its name: what editors decided of words would not hold there.
 */
export const made = 'sentence'

type Opaque = (typeof opaque)[number]

/** A value as its readers may have it: every text in it, however deep, is `Shown`. */
export type ShownOf<T, Name = unknown> = Name extends Opaque
  ? T
  : T extends string
    ? string extends T
      ? Shown
      : T
    : T extends readonly (infer One)[]
      ? ShownOf<One>[]
      : T extends object
        ? { [Property in keyof T]: ShownOf<T[Property], Property> }
        : T

const OPAQUE = new Set<string>(opaque)

/** A value with each text in it, however deep, made another; `name` is the property that it stands in. */
export function eachText(value: unknown, make: (text: string, name: string) => string): unknown {
  const walk = (one: unknown, name: string): unknown => {
    if (typeof one === 'string') return make(one, name)
    if (Array.isArray(one)) return one.map((each) => walk(each, name))
    if (typeof one !== 'object' || one === null || one instanceof Date) return one
    const copy: Record<string, unknown> = { ...one }
    for (const key in copy) if (!OPAQUE.has(key)) copy[key] = walk(copy[key], key)
    return copy
  }
  return walk(value, '')
}
