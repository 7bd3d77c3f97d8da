export const dynamic = 'force-dynamic'

/** The same, rendered for each request. */
export default function EmptyDynamicPage() {
  return <p>empty</p>
}
