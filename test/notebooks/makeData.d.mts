/** The files of the notebooks' data by name. */
export const files: Readonly<Record<string, string>>;
