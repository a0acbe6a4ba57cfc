const washes = [
  'bg-green-wash text-green-ink',
  'bg-gold-wash text-gold-ink',
  'bg-blue-wash text-blue',
]

const sizes = { small: 'size-9 text-small', row: 'size-11 text-small', large: 'size-14 text-name' }

/** A person's initials on a wash that stays theirs on every page. The name stands beside it. */
export function Avatar({
  id,
  initials,
  size,
}: {
  id: string
  initials: string
  size: keyof typeof sizes
}) {
  const mixed = [...id].reduce((mix, letter) => (mix * 31 + letter.charCodeAt(0)) % 9973, 7)
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-pill font-strong ${sizes[size]} ${washes[mixed % washes.length]}`}
    >
      {initials}
    </span>
  )
}
