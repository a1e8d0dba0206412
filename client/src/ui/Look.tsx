/** Puts the look around the app: fonts, tokens, themed Mantine and the person's choice of light or dark. */
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import './fonts.css'
import './tokens.css'
import './base.css'
import { cssVariables, theme } from './theme.ts'

const appearance = localStorageColorSchemeManager({ key: 'tandem:appearance' })

interface LookProps {
  readonly children: ReactNode
}

/** Stands once, around everything that is drawn. */
export function Look({ children }: LookProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={appearance} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  )
}
