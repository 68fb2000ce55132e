import { z } from 'zod'

const nothing = z.object({})

/** What a window may ask about belonging to a committee that another machine hosts. */
export const membershipCommands = {
  /**
   * Redeems an invitation (link, code, or the words of a file), fetches the report into a file of its own and opens it.
   * Tells its steps as `task.progressed`, and may be cancelled; fails with the reason in words.
   */
  'committee.join': {
    input: z.object({ invitation: z.string().min(1).max(10_000), taskId: z.string().min(1).max(40) }),
    output: z.object({ opened: z.boolean() }),
  },
  /**
   * Gives up the committee: the file stays and is the person's own from then on. What is unsent is never sent, so the
   * window asks first. Fails where no other machine hosts the report.
   */
  'committee.leave': { input: nothing, output: nothing },
  /** Tries at once to reach the host. */
  'committee.tryNow': { input: nothing, output: nothing },
}
