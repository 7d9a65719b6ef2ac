/** Writes both coordinates into the form; the draft reads them there with the rest. */
export function writeCoordinates(
  form: HTMLFormElement | null,
  coordinates: { latitude: string; longitude: string },
): void {
  for (const [name, value] of Object.entries(coordinates)) {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}
