import { getRouteApi } from '@tanstack/react-router'
import { ForYou } from '@/features/suggestions/for-you'
import { useTitle } from '@/shared/ui/page'
import { Problem } from '@/shared/ui/problem'
import { useViewer } from '@/shared/viewer/use-viewer'
import { useTexts } from '@/texts'
import { StaffNotice } from '../staff-notice'

const route = getRouteApi('/')

export default function ForYouRoute() {
  const t = useTexts()
  useTitle(t.home.title)
  const { viewer, problem, readAgain } = useViewer()
  const { on, intent } = route.useSearch()
  const navigate = route.useNavigate()
  if (problem) return <Problem error={problem} onRetry={readAgain} />
  if (viewer && !viewer.official) return <StaffNotice />
  return (
    <ForYou
      official={viewer?.official ?? undefined}
      issue={on || undefined}
      intent={intent ?? 'LEARN'}
      onIssue={(id) => navigate({ search: { intent, on: id }, resetScroll: false })}
      onIntent={(next) => navigate({ search: { on, intent: next }, resetScroll: false })}
    />
  )
}
