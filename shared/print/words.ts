/** Words that the layout itself prints. They belong to the paper, not to the window. */
export const words = {
  /** "Dự thảo lần 2"; a draft that is not counted keeps its own words ("Dự thảo trình Đại hội"). */
  draftMark: (draft: string) => (/^\d/.test(draft) ? `Dự thảo lần ${draft}` : `Dự thảo ${draft}`),
  recipients: 'Nơi nhận:',
  rowNumber: 'TT',
  star: '*',
  titleEnd: '-----',
}
