import { useTexts } from '@/texts'

/** A grey bar where a line of text will stand. */
export function Bone({ className }: { className: string }) {
  return <div className={`animate-pulse rounded-control bg-line/60 ${className}`} />
}

/** Tells a screen reader that something is on its way; the bones beside it are only to be seen. */
export function Loading() {
  const t = useTexts()
  return (
    <p role="status" className="sr-only">
      {t.app.loading}
    </p>
  )
}

/** As many empty rows as a first page of a list usually has, each as high as a real one. */
export function RowBones({ count }: { count: number }) {
  return (
    <div className="card divide-y divide-line overflow-hidden" aria-hidden="true">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="flex h-[4.75rem] items-center gap-4 px-4">
          <Bone className="size-11 rounded-pill" />
          <div className="grow">
            <Bone className="h-5 w-44 max-w-full" />
            <Bone className="mt-2 h-3.5 w-64 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  )
}
