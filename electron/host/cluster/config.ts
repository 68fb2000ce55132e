import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Failure } from '../../../shared/ipc/failure'
import { isHostUrl } from '../../../shared/session/host-url'
import { words } from './words'

const address = (...schemes: string[]) =>
  z.string().refine(text => schemes.some(scheme => text.startsWith(`${scheme}://`)))

/** How one instance of a cluster is set up. All instances share `postgres`, `redis`, `certificate` and `urls`. */
export const ClusterConfig = z.strictObject({
  /** As PostgreSQL's clients write it; user and password included. */
  postgres: address('postgres', 'postgresql'),
  redis: address('redis', 'rediss'),
  /** Where this instance keeps what is its own: certificate and host card. */
  folder: z.string().min(1),
  /** A certificate file that all instances have a copy of; made on the first start where there is none. */
  certificate: z.string().min(1).optional(),
  host: z.string().min(1).default('0.0.0.0'),
  port: z.int().min(0).max(65_535).default(4711),
  /** How members reach the instances, for invitations; otherwise this instance's own addresses. */
  urls: z.array(z.string().refine(isHostUrl)).min(1).max(8).optional(),
})
export type ClusterConfig = z.infer<typeof ClusterConfig>

/** Names of the environment for what a file does not say. Secrets of a service often come that way. */
const variables = {
  DU_THAO_POSTGRES: 'postgres',
  DU_THAO_REDIS: 'redis',
  DU_THAO_FOLDER: 'folder',
  DU_THAO_CERTIFICATE: 'certificate',
  DU_THAO_HOST: 'host',
} as const

/** The configuration of a file (none: an empty path), with the environment over it. Throws a Failure. */
export function readConfig(path: string, environment: NodeJS.ProcessEnv = process.env): ClusterConfig {
  const fromFile = path === '' ? {} : readJson(path)
  const given = Object.entries(variables).flatMap<[string, unknown]>(([variable, name]) =>
    environment[variable] ? [[name, environment[variable]]] : [],
  )
  const port = environment['DU_THAO_PORT']
  const fromEnvironment = Object.fromEntries<unknown>(port ? [...given, ['port', Number(port)]] : given)
  const config = ClusterConfig.safeParse({ ...fromFile, ...fromEnvironment })
  if (config.success) return config.data
  throw new Failure('invalid-input', words.configBad(config.error.issues[0]?.path.join('.') ?? ''))
}

function readJson(path: string): object {
  try {
    return z.looseObject({}).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new Failure('invalid-input', words.configBad(''))
    throw new Failure('not-found', words.configMissing(path))
  }
}
