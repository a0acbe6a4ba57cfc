import { app } from './app'
import { directory } from './directory'
import { format, locale } from './format'
import { home } from './home'
import { official } from './official'
import { places } from './places'
import { problems } from './problems'
import { signIn } from './sign-in'
import { words } from './words'
import { you } from './you'

export const en = {
  locale,
  format,
  app,
  directory,
  home,
  official,
  places,
  problems,
  signIn,
  words,
  you,
}
