import { Link } from '@tanstack/react-router'
import { inOneLine } from '@/shared/format/parts'
import { Avatar } from '@/shared/ui/avatar'
import { Mark } from '@/shared/ui/mark'
import { Bone } from '@/shared/ui/skeleton'
import { useViewer } from '@/shared/viewer/use-viewer'
import { useViewerLanguage } from '@/shared/viewer/use-viewer-language'
import { useTexts } from '@/texts'

const item =
  'inline-flex min-h-10 items-center rounded-control px-3 font-medium text-muted transition-colors hover:bg-sunk hover:text-ink aria-[current=page]:bg-green-wash aria-[current=page]:text-green-ink'

/** The band at the top: the name of the app, the pages at a desk, and who one is. */
export function Header() {
  const t = useTexts()
  const { viewer, problem } = useViewer()
  useViewerLanguage(viewer?.language)
  const place = viewer?.official?.locality
  const who = [viewer?.displayName, place && t.words.place(place.name, place.stateName)]
  return (
    <header className="border-line border-b bg-surface">
      <div className="flex min-h-16 items-center gap-4 px-4 py-2 sm:px-6 lg:px-8">
        <Link to="/" className="serif-heading flex items-center gap-2.5 text-name">
          <Mark />
          {t.app.name}
        </Link>
        <nav aria-label={t.app.navigation} className="ml-4 hidden gap-1 sm:flex">
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={item}>
            {t.app.forYou}
          </Link>
          <Link to="/directory" activeOptions={{ includeSearch: false }} className={item}>
            {t.app.directory}
          </Link>
        </nav>
        {viewer ? (
          <Link
            to="/you"
            aria-label={t.app.yourPage(viewer.displayName)}
            className="ml-auto inline-flex min-h-10 items-center gap-3 rounded-pill text-muted hover:text-ink"
          >
            <span className="hidden md:inline">{inOneLine(...who)}</span>
            <Avatar
              id={viewer.official?.id ?? 'staff'}
              initials={viewer.official?.initials ?? viewer.displayName.charAt(0)}
              size="small"
            />
          </Link>
        ) : (
          !problem && <Bone className="ml-auto size-9 rounded-pill!" />
        )}
      </div>
    </header>
  )
}
