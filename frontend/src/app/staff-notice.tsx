import { Link } from '@tanstack/react-router'
import { buttonLook } from '@/shared/ui/button'
import { PageHeading } from '@/shared/ui/page'
import { useTexts } from '@/texts'

/** The first page of somebody who holds no office. */
export function StaffNotice() {
  const t = useTexts()
  return (
    <>
      <PageHeading>{t.app.staffTitle}</PageHeading>
      <p className="mt-2 mb-5 max-w-measure text-muted">{t.app.staff}</p>
      <Link to="/directory" className={buttonLook('main')}>
        {t.app.toDirectory}
      </Link>
    </>
  )
}
