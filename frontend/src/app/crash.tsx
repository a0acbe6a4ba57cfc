import { Button } from '@/shared/ui/button'
import { PageHeading } from '@/shared/ui/page'
import { useTexts } from '@/texts'

/** Stands in place of a page whose code failed, or whose part could not be loaded. */
export function Crash() {
  const t = useTexts()
  return (
    <div role="alert">
      <PageHeading>{t.problems.crash.title}</PageHeading>
      <p className="mt-2 mb-5 max-w-measure text-muted">{t.problems.crash.text}</p>
      <Button look="main" onClick={() => window.location.reload()}>
        {t.problems.crash.reload}
      </Button>
    </div>
  )
}
