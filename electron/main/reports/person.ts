import { z } from 'zod'

/** As a person signs in a committee; kept on this computer to be proposed again. */
export const Person = z.object({ name: z.string(), unit: z.string() })
export type Person = z.infer<typeof Person>
