/** Whether a word, from wherever it came, is one of a table's own keys. */
export function isKeyOf<T extends object>(table: T, word: unknown): word is keyof T & string {
  return typeof word === 'string' && Object.hasOwn(table, word)
}
