import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/**
 * Runs a Basic program in one LibreOffice without a window; it begins at its own `Sub Work`, which may call
 * `OpenFile(path)`, `SaveAsWord(doc, path)` and `Ask(doc, ".uno:Command")`. Throws with Basic's words when it fails.
 */
export async function runBasic(program: string): Promise<void> {
  // A profile of its own: two of them at once on one profile end each other.
  const profile = await mkdtemp(join(tmpdir(), 'soffice-'))
  const start = (...args: string[]) =>
    execute('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', ...args], {
      timeout: 180_000,
    })
  try {
    // The first start fills the profile, and would write over a program that lies there already.
    await start('--terminate_after_init')
    const library = join(profile, 'user/basic/Standard')
    const said = join(profile, 'said.txt')
    await mkdir(library, { recursive: true })
    await writeFile(join(library, 'script.xlb'), libraryXml)
    await writeFile(join(library, 'Program.xba'), moduleXml(`${frame(said)}\n${program}`))
    await writeFile(said, '')
    await start('macro:///Standard.Program.Main')
    const words = (await readFile(said, 'utf8')).trim()
    if (words !== 'done')
      throw new Error(`LibreOffice Basic: ${words || 'the program did not run to its end'}`)
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}

/** A path as a Basic string. */
export const basicText = (text: string): string => `"${text.replaceAll('"', '""')}"`

const frame = (said: string): string => `Sub Main
  On Error GoTo Failed
  Work
  Say "done"
  StarDesktop.terminate()
  Exit Sub
Failed:
  Say Error$ & " (" & Err & ", line " & Erl & ")"
  StarDesktop.terminate()
End Sub

Sub Say(words As String)
  Dim file As Integer
  file = FreeFile
  Open ${basicText(said)} For Append As #file
  Print #file, words
  Close #file
End Sub

Function OpenFile(path As String) As Object
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  OpenFile = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, options())
End Function

Sub SaveAsWord(doc As Object, path As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "FilterName"
  options(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(path), options())
End Sub

Sub Ask(doc As Object, command As String)
  Dim dispatcher As Object
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
End Sub`

const libraryXml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Program"/>
</library:library>`

const moduleXml = (program: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Program" script:language="StarBasic">${program
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')}</script:module>`
