/** The little of the `edtf` package that the tests compare with; it has no types of its own. */
declare module 'edtf' {
  /** Reads EDTF; `min` and `max` are milliseconds since 1970. Throws when the text is not EDTF. */
  export default function edtf(text: string): { min: number; max: number }
}
