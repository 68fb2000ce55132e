/** The four cuts of the paper font; exports embed them. Kept apart from the engine, which is 28 MB to load. */
export const fontFiles = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(cut => `fonts/Tinos-${cut}.ttf`)
