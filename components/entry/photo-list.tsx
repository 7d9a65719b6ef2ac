import type { PhotoDto } from '@/lib/record'

/** Widths that a picture is shown at: nearly the column on a phone, its share of it at a desk. */
const SIZES = '(min-width: 48rem) 24rem, 92vw'

/**
 * An entry's pictures with caption and credit. Their sizes are known beforehand, so that nothing
 * jumps when they come; `at` is where their files are, null where they are only told of.
 */
export function PhotoList({ photos, at }: { photos: PhotoDto[]; at: string | null }) {
  if (photos.length === 0) return null
  return (
    <div className="photos" data-count={Math.min(photos.length, 3)}>
      {photos.map((photo) => (
        <figure key={photo.id}>
          {at === null ? (
            <p>{photo.alt || 'Decorative photo'}</p>
          ) : (
            <Picture photo={photo} at={`${at}/${photo.id}`} />
          )}
          {(photo.caption || photo.credit) && (
            <figcaption>
              {photo.caption && <span dir="auto">{photo.caption} </span>}
              {photo.credit && (
                <span className="credit">
                  Photo: <bdi>{photo.credit}</bdi>
                </span>
              )}
            </figcaption>
          )}
        </figure>
      ))}
    </div>
  )
}

function Picture({ photo: { alt, width, height, files }, at }: { photo: PhotoDto; at: string }) {
  const webp = files.filter((file) => file.endsWith('.webp'))
  const jpeg = files.find((file) => file.endsWith('.jpg')) ?? files[0]
  return (
    <picture>
      <source
        type="image/webp"
        srcSet={webp.map((file) => `${at}/${file} ${parseInt(file, 10)}w`).join(', ')}
        sizes={SIZES}
      />
      <img
        src={`${at}/${jpeg}`}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </picture>
  )
}
