import { roomAtBlock } from './room'

/** Room at a section's heading for the bar that tells where the section stands. */
export const { plugin: sectionBarPlace, show: showAtHeading } = roomAtBlock({
  ...{ name: 'section-bar-place', side: 'above' },
})
