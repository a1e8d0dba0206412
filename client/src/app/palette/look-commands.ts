/** Commands about how the screens look and what language they speak. */
import type { MantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import type { Command } from '../../find/commands.ts'
import { keepLanguage, ownName } from '../../words/choice-of-language.ts'
import { commandsWords } from '../../words/commands.ts'
import { LANGUAGES } from '../../words/languages.ts'
import { words } from '../../words/words.ts'

const say = commandsWords

export function lookCommands(paint: (scheme: MantineColorScheme) => void): readonly Command[] {
  const group = say.groups.look
  const also = say.also.look
  return [
    { id: 'light', title: say.light, group, also, sign: IconSun, run: () => paint('light') },
    { id: 'dark', title: say.dark, group, also, sign: IconMoon, run: () => paint('dark') },
    { id: 'system', title: say.system, group, also, sign: IconDeviceDesktop, run: () => paint('auto') },
    ...LANGUAGES.filter((language) => language !== words.language).map((language) => ({
      id: `speak-${language}`,
      title: say.speak(ownName(language)),
      group,
      also: 'language sprache',
      sign: IconLanguage,
      run: () => {
        keepLanguage(language)
        location.reload()
      },
    })),
  ]
}
