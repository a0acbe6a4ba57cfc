/** The token that the page shell left in a cookie; every change sends it back. */
export function csrfToken(): string {
  const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)
  return found?.[1] ?? ''
}
