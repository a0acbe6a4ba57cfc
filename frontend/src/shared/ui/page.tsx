import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTexts } from '@/texts'

/** Sets the title of the browser's tab for as long as the page stands. */
export function useTitle(title: string): void {
  const t = useTexts()
  useEffect(() => {
    document.title = t.app.titled(title)
  }, [t, title])
}

/**
 * The heading of a page. When one page follows another the focus goes to the content, and from
 * there on to this heading as soon as it stands. A `ref` lets a page send it here again.
 */
export function PageHeading({
  ref,
  children,
}: {
  ref?: RefObject<HTMLHeadingElement | null>
  children: ReactNode
}) {
  const own = useRef<HTMLHeadingElement>(null)
  const heading = ref ?? own
  useEffect(() => {
    if (document.activeElement?.id === 'content') heading.current?.focus({ preventScroll: true })
  }, [heading])
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className="serif-heading max-w-[24ch] text-balance text-page sm:max-w-none"
    >
      {children}
    </h1>
  )
}

/** One block of a page under its own heading. */
export function Section({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="serif-heading text-section">
        {title}
      </h2>
      <div className="mt-4">{children}</div>
    </section>
  )
}

/** A list that has nothing in it, and what to do about it. */
export function Empty({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: ReactNode
}) {
  return (
    <div className="card p-6">
      <h2 className="serif-heading text-name">{title}</h2>
      <p className="mt-2 max-w-measure text-muted">{text}</p>
      {children && <div className="mt-4 flex flex-wrap gap-2">{children}</div>}
    </div>
  )
}
