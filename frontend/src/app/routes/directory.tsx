import { getRouteApi } from '@tanstack/react-router'
import { Directory } from '@/features/directory/directory'
import { useTitle } from '@/shared/ui/page'
import { useTexts } from '@/texts'

const route = getRouteApi('/directory')

export default function DirectoryRoute() {
  const t = useTexts()
  useTitle(t.directory.title)
  const navigate = route.useNavigate()
  return (
    <Directory
      search={route.useSearch()}
      onSearch={(search, typing) => navigate({ search, replace: typing, resetScroll: false })}
    />
  )
}
