import { StartScreen } from './panels/start/StartScreen'
import { ImportDialog } from './panels/import/ImportDialog'

export function App() {
  return (
    <>
      <StartScreen />
      <ImportDialog />
    </>
  )
}
