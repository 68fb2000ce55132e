import { app, nativeTheme } from 'electron'
import { Settings } from '../../../shared/ipc/contract'
import { profiles } from '../../../shared/print/profiles'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'

type AppCommands = 'app.info' | 'settings.read' | 'settings.write'

export const appHandlers = ({ settings }: Program): Pick<CommandHandlers<Caller>, AppCommands> => ({
  'app.info': () => ({
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
    profiles: profiles.map(({ id, name }) => ({ id, name })),
  }),
  'settings.read': () => settings.read(),
  'settings.write': change => {
    const changed = Settings.parse({ ...settings.read(), ...change })
    settings.write(changed)
    nativeTheme.themeSource = changed.appearance
    return changed
  },
})
