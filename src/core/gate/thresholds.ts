/** How much of a roster may change between two deliveries before somebody has to say that it is meant. */
export interface Thresholds {
  /** Percent of a file's records that may be removed. */
  readonly removed: number;
  /** Percent of a file's records of one school that may be removed. */
  readonly removedOfSchool: number;
  /** Percent of a file's records that may have other values. */
  readonly changed: number;
  /** Percent of the people who may come under a new id. */
  readonly newIds: number;
  /**
   * So many records are a few: up to that many are let through whatever their share, as long as they are not more than half. In a
   * file of five records, one is a fifth.
   */
  readonly few: number;
}

export const usualThresholds: Thresholds = {
  removed: 10,
  removedOfSchool: 25,
  changed: 75,
  newIds: 1,
  few: 3,
};

/** Days on which nothing is delivered, the first and the last included, as `YYYY-MM-DD`. */
export interface Blackout {
  readonly from: string;
  readonly until: string;
  /** Why, for those who are stopped by it. */
  readonly reason?: string;
}

/** Whether `count` of `total` records are more than a percentage allows. */
export function isOver(count: number, total: number, percent: number, { few }: Thresholds): boolean {
  return count * 100 > total * percent && (count > few || count * 2 > total);
}
