import { Link } from '@tanstack/react-router'
import { useTexts } from '@/texts'

export function PlaceLink({ place }: { place: { id: string; name: string; stateName: string } }) {
  const t = useTexts()
  return (
    <Link to="/localities/$id" params={{ id: place.id }} className="text-link">
      {t.words.place(place.name, place.stateName)}
    </Link>
  )
}
