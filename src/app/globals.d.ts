/** Constants that the build puts in. */

/** Whether this is the one-file app. */
declare const __SINGLE_FILE__: boolean;
