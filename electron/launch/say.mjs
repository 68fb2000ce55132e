// Everything a launch script tells goes to the error stream: the command line's answers (JSON) own the other one.

/** @param {string} line */
export const say = line => void process.stderr.write(`${line}\n`)
