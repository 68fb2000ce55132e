import type { Span } from '../figures/figure'
import type { Passage } from './passage'

const aimTitle =
  /mục tiêu|phương hướng|nhiệm vụ|giải pháp|chỉ tiêu chủ yếu|các chỉ tiêu|dự kiến|kế hoạch|định hướng|tầm nhìn|khâu đột phá/iu
const resultTitle = /kết quả|đánh giá|tình hình|thực trạng|hạn chế|ưu điểm|nguyên nhân|bài học/iu
const aimWords =
  /phấn đấu|đến (?:cuối |hết )?năm 20\d\d|mục tiêu|nhiệm kỳ tới|giai đoạn tới|những năm tới|dự kiến|sẽ\s|trong thời gian tới|kế hoạch năm/iu

/** Whether a sentence speaks of what is to come, so that its figures are aims and no results. */
export function isAhead(passage: Passage, { from }: Span): boolean {
  const sentence = passage.sentences.find(one => one.from <= from && from < one.to)
  if (sentence && aimWords.test(passage.text.slice(sentence.from, from))) return true
  const telling = [...passage.titles].reverse().find(title => aimTitle.test(title) || resultTitle.test(title))
  return telling !== undefined && aimTitle.test(telling) && !resultTitle.test(telling)
}
