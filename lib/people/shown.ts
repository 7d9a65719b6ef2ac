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
