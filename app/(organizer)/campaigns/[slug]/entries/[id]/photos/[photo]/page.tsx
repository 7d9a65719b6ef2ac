import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PhotoBlur } from '@/components/photo/photo-blur'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/server/auth/session'
import { mayChange } from '@/server/auth/viewer'
import { getEntry } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { blurPhoto } from '../actions'

export const metadata: Metadata = { title: 'Blur a photo' }

export default async function BlurPhotoPage({
  params,
}: PageProps<'/campaigns/[slug]/entries/[id]/photos/[photo]'>) {
  const viewer = await requireViewer()
  const { slug, id, photo: asked } = await params
  const entry = await orNotFound(getEntry(viewer, id))
  const photo = entry.photos.find((one) => one.id === asked)
  if (!photo) notFound()
  if (!mayChange(viewer, entry))
    return <EmptyState title="Only editors can change photos of published entries" />
  const here = `/campaigns/${slug}/entries/${id}`
  const largest = photo.files.findLast((file) => file.endsWith('.webp')) ?? photo.files[0]
  return (
    <div className="max-w-3xl">
      <h2 className="mb-2 text-2xl">Blur more of a photo</h2>
      <p className="mb-6">
        Of{' '}
        <Link href={here}>
          <bdi>{entry.title}</bdi>
        </Link>
      </p>
      <PhotoBlur
        action={blurPhoto.bind(null, { back: here })}
        id={photo.id}
        src={`/api/photos/${photo.id}/${largest}`}
      />
    </div>
  )
}
