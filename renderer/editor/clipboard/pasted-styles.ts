// The page's policy refuses inline styles, and with them those of documents that are only read: their `element.style`
// is empty. So style attributes are set aside under another name before anything is parsed, and read from there.

const tags = /<[a-z][^>]*>/gi

/** The same HTML, its style attributes called `data-style`. */
export const setStylesAside = (html: string): string =>
  html.replace(tags, tag => tag.replace(/([\s"'])style(?=\s*=)/gi, '$1data-style'))

/** What a style attribute that was set aside said, as written: `mso-list:l0 level1 lfo1`. */
export const styleWords = (element: Element): string => element.getAttribute('data-style') ?? ''

/** The same, read. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const { style } = document.createElement('span')
  style.cssText = styleWords(element)
  return style
}
