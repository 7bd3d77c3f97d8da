import { notFound } from 'next/navigation'

/** Every address of a language that no page answers. */
export default function NowherePage() {
  notFound()
}
