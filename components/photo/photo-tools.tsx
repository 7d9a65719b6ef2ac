import Link from 'next/link'
import type { PhotoDto } from '@/lib/record'

/** What a member can do with the photos of an entry beside editing their words. */
export function PhotoTools({ photos, at }: { photos: PhotoDto[]; at: string }) {
  if (photos.length === 0) return null
  return (
    <ul className="chrome flex flex-wrap gap-x-6">
      {photos.map(({ id }, index) => (
        <li key={id}>
          <Link href={`${at}/${id}`} className="inline-flex min-h-11 items-center">
            {photos.length === 1 ? 'Blur more of the photo' : `Blur more of photo ${index + 1}`}
          </Link>
        </li>
      ))}
    </ul>
  )
}
