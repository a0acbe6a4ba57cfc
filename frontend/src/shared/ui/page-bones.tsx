import { Bone, Loading } from './skeleton'

/** The place of a page about one thing while it is being read. */
export function PageBones() {
  return (
    <>
      <Loading />
      <div
        aria-hidden="true"
        className="grid min-h-dvh content-start gap-x-9 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.5rem]"
      >
        <div>
          <Bone className="h-9 w-72 max-w-full" />
          <Bone className="mt-3 h-5 w-56" />
          <Bone className="mt-8 h-48" />
          <Bone className="mt-4 h-48" />
        </div>
        <Bone className="h-72" />
      </div>
    </>
  )
}
