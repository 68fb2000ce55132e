/** What a member is in the committee: thư ký, người soạn, lãnh đạo, người đọc. */
export const roles = ['secretary', 'drafter', 'leader', 'reader'] as const
export type Role = (typeof roles)[number]

/** What a member may do in a section. None includes another: a leader approves without editing. */
export const rights = ['read', 'annotate', 'propose', 'edit', 'approve'] as const
export type Right = (typeof rights)[number]

/** What a role brings where nothing was granted. A drafter writes only where the secretary says so. */
export const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  secretary: ['read', 'annotate', 'propose', 'edit'],
  drafter: ['read', 'annotate', 'propose'],
  leader: ['read', 'annotate', 'propose', 'approve'],
  reader: ['read'],
}
