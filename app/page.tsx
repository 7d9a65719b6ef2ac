import { redirect } from 'next/navigation'
import { findViewer } from '@/server/auth/session'

export const dynamic = 'force-dynamic'

export default async function HomePage() {
  redirect((await findViewer()) ? '/campaigns' : '/sign-in')
}
