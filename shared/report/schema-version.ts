/**
 * Raised with every change to what a report may hold. A program opens only its own version or an older one
 * (after migrating a copy): opening a newer one would delete what it does not know (y-prosemirror).
 */
export const schemaVersion = 1
