/** The one thing of the build tool that the code uses: files gathered when the program is built. */
interface ImportMeta {
  glob<T>(pattern: string, options: { eager: true; import: 'default' }): Record<string, T>
}
