/** Stars of branches: columns in, grades, quotas with their edges and published stars out. */
export { follow, followAll, publishedOf, type Dynamics, type Published, type Rated, type StarMove } from './dynamics';
export { starCatalogue, StarMeasures, StarRoster } from './measures';
export { gradeByQuota, quotaEdges, type Placed, type Share, type StarQuota } from './quota';
export { rateBranches, type StarRating } from './rate';
export { branchMeasure, StarTable, type StarColumns } from './table';
