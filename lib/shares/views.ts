const FEW = 10

/** A sum of page views as members may know it: a small one would tell of single readers. */
export function viewsInWords(views: number): string {
  if (views < FEW) return `Opened fewer than ${FEW} times`
  return `Opened ${views.toLocaleString('en')} times`
}
