import 'server-only'
import { notFound } from 'next/navigation'
import { AppError } from './errors'

/** Awaits what a page reads; what is missing or hidden becomes the page for what does not exist. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
