/** Which nodes of the scheme's tree a picture of the total is split by: the same that the findings name. */
export { sectionsOf } from '../../findings/sections';
