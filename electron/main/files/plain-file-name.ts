/** What no system takes in a file's name becomes a space. */
export const plainFileName = (words: string): string => words.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
