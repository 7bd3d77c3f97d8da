/** What a Next page costs by itself: the yardstick of `npm run bench`, in no other build. */
export default function EmptyPage() {
  return <p>empty</p>
}
