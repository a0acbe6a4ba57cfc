/** What kind of server this is, as the page shell says. */
export function isDemo(): boolean {
  const tag = document.querySelector<HTMLMetaElement>('meta[name="counterpart-mode"]')
  return tag?.content === 'demo'
}
