/** Where a run writes its files before it moves them to their places, in the output folder. */
export const stagingFolder = ".statusgen";

/** Where a run says that it works on the output folder; in the output folder as well. */
export const lockFolder = ".statusgen.lock";
