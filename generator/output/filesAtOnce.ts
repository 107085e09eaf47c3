/** How many files a run has open at a time: systems allow a process a few hundred. */
export const filesAtOnce = 32;
