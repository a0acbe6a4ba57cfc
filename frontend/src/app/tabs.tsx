import { Link } from '@tanstack/react-router'
import { CircleUserRound, Search } from 'lucide-react'
import { Mark } from '@/shared/ui/mark'
import { useTexts } from '@/texts'

const tab =
  'flex min-h-14 flex-col items-center justify-center gap-0.5 font-medium text-muted text-small aria-[current=page]:font-strong aria-[current=page]:text-green-ink'

/** On a phone the pages stand at the bottom, under the thumb. */
export function Tabs() {
  const t = useTexts()
  return (
    <nav
      aria-label={t.app.navigation}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ul className="grid grid-cols-3">
        <li>
          <Link
            to="/"
            activeOptions={{ exact: true, includeSearch: false }}
            className={`${tab} focus-visible:-outline-offset-4`}
          >
            <Mark className="size-[22px]" />
            {t.app.forYou}
          </Link>
        </li>
        <li>
          <Link
            to="/directory"
            activeOptions={{ includeSearch: false }}
            className={`${tab} focus-visible:-outline-offset-4`}
          >
            <Search size={22} strokeWidth={1.75} aria-hidden="true" />
            {t.app.directory}
          </Link>
        </li>
        <li>
          <Link to="/you" className={`${tab} focus-visible:-outline-offset-4`}>
            <CircleUserRound size={22} strokeWidth={1.75} aria-hidden="true" />
            {t.app.you}
          </Link>
        </li>
      </ul>
    </nav>
  )
}
