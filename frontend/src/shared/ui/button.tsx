import type { ComponentProps } from 'react'

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-4 py-2 font-strong text-body transition-colors disabled:cursor-not-allowed disabled:opacity-60'

const looks = {
  main: `${shape} bg-green text-on-green hover:bg-green-ink`,
  other: `${shape} border border-edge bg-surface text-ink hover:bg-sunk`,
  quiet: `${shape} px-3 text-muted hover:bg-sunk hover:text-ink`,
}

/** The same look for a link that leads on and for a button that does something. */
export function buttonLook(look: keyof typeof looks): string {
  return looks[look]
}

type Props = ComponentProps<'button'> & { look: keyof typeof looks }

export function Button({ look, type = 'button', className = '', ...rest }: Props) {
  return <button type={type} className={`${looks[look]} ${className}`} {...rest} />
}
