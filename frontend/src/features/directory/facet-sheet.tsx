import { SlidersHorizontal, X } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { Button } from '@/shared/ui/button'
import { useTexts } from '@/texts'

/** On a phone the facets open over the list. The browser's own dialog keeps the focus inside and gives it back. */
export function FacetSheet({
  chosen,
  count,
  children,
}: {
  chosen: number
  count: number | undefined
  children: ReactNode
}) {
  const t = useTexts()
  const sheet = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const close = () => sheet.current?.close()
  return (
    <>
      <Button
        look="other"
        className="lg:hidden"
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      >
        <SlidersHorizontal size={18} aria-hidden="true" />
        {chosen > 0 ? t.directory.filtersChosen(chosen) : t.directory.filters}
      </Button>
      <dialog
        ref={sheet}
        aria-labelledby={heading}
        className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[88dvh] w-full max-w-none overflow-y-auto rounded-t-card border-line border-t bg-paper text-ink backdrop:bg-[#0d100f]/60 lg:hidden"
      >
        <div className="sticky top-0 z-10 flex items-center justify-between border-line border-b bg-paper px-4 py-2">
          <h2 id={heading} className="serif-heading text-name">
            {t.directory.filters}
          </h2>
          <Button look="quiet" aria-label={t.directory.close} onClick={close}>
            <X size={20} aria-hidden="true" />
          </Button>
        </div>
        <div className="px-4 py-5">{children}</div>
        <div className="sticky bottom-0 border-line border-t bg-paper px-4 py-3">
          <Button look="main" className="w-full" onClick={close}>
            {count === undefined ? t.directory.close : t.directory.show(count)}
          </Button>
        </div>
      </dialog>
    </>
  )
}
