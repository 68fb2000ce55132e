const division = /^(?:(?:điều|chương|mục|phụ lục)\s+(?:thứ\s|số\s|\d|[IVXLC]+(?![\p{L}]))|phụ lục\s*[:.]?$)/iu

/** "Chương I", "Mục 2", "Điều 3", "Phụ lục": divisions that no level of ours prints, unlike "MỤC TIÊU". */
export const isDivision = (text: string): boolean => division.test(text)
