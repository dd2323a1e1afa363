/** An orthonormal basis of the space that some columns span; what is left of a vector after it is a residual. */
export interface Basis {
  readonly columns: readonly Float64Array[];
}

/** Share of a column's length below which what is left of it counts as nothing. */
const NOTHING = 1e-7;

/** Gram–Schmidt, twice over, which is as exact as Householder here. Columns that add nothing are left out. */
export function basisOf(columns: readonly Float64Array[]): Basis {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = residual({ columns: basis }, column);
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > NOTHING * Math.sqrt(dot(column, column)))) continue;
    basis.push(rest.map((value) => value / length));
  }
  return { columns: basis };
}

/** What is left of a vector after the part that lies in the basis. */
export function residual(basis: Basis, vector: Float64Array): Float64Array {
  const rest = Float64Array.from(vector);
  for (let pass = 0; pass < 2; pass++) {
    for (const column of basis.columns) {
      const along = dot(column, rest);
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - along * (column[i] as number);
    }
  }
  return rest;
}

/** Sum of products of two vectors of the same length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
