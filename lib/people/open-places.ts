/** How many texts may still name somebody, as editors are told. */
export function openPlacesInWords(count: number): string {
  return count === 1
    ? '1 text may still name a person who agreed to nothing'
    : `${count.toLocaleString('en')} texts may still name a person who agreed to nothing`
}
