import { showDialog } from '../../state/window-state'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'

export function ShortcutsDialog() {
  return (
    <Dialog title={vi.shortcuts.title} closeLabel={vi.close} size="wide" onClose={() => showDialog(null)}>
      <div className="dialog-body shortcuts" tabIndex={0}>
        {vi.shortcuts.groups.map(group => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.keys.map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
