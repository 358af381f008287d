/** A number written in decimal digits and nothing else; `NaN` for `1e0`, `0x1`, ` 1` or ``. */
export const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);
