export { findBlock, placesIn, type FoundBlock } from '../../../shared/report/find-block'
