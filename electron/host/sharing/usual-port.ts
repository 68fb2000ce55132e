/** Of a committee host that was not told another one. */
export const usualPort = '4711'
