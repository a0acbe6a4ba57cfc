import { Link } from '@tanstack/react-router'
import { buttonLook } from '@/shared/ui/button'
import { PageHeading, useTitle } from '@/shared/ui/page'
import { useTexts } from '@/texts'

export function NotFound() {
  const t = useTexts()
  useTitle(t.app.notFoundTitle)
  return (
    <>
      <PageHeading>{t.app.notFoundTitle}</PageHeading>
      <p className="mt-2 mb-5 max-w-measure text-muted">{t.app.notFound}</p>
      <div className="flex flex-wrap gap-2">
        <Link to="/" className={buttonLook('main')}>
          {t.app.toForYou}
        </Link>
        <Link to="/directory" className={buttonLook('other')}>
          {t.app.toDirectory}
        </Link>
      </div>
    </>
  )
}
