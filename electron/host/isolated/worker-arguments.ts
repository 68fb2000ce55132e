const defaultMemoryLimit = 450

/** Buffers and code live outside the JavaScript heap, which therefore gets only a part of the allowance. */
const heapShare = 0.7

/** Node options and arguments for a worker that may hold `memoryLimit` megabytes in all. */
export const workerArguments = (memoryLimit = defaultMemoryLimit) => ({
  execArgv: [`--max-old-space-size=${Math.round(memoryLimit * heapShare)}`],
  args: [`--memory-limit=${memoryLimit}`],
})

/** Bytes; read inside the worker. */
export function memoryLimitOf(args: readonly string[]): number {
  const given = args.find(arg => arg.startsWith('--memory-limit='))
  return Number(given?.split('=')[1] ?? defaultMemoryLimit) * 1024 * 1024
}
