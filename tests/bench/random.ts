/** Numbers that look random and are the same every time: sfc32 (Chris Doty-Humphrey, PractRand). */
export interface Random {
  /** 0 to below 1. */
  part(): number;
  /** 0 to below `below`, whole. */
  below(below: number): number;
}

export function seeded(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9 | 0, 0x243f6a88 | 0, seed | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warming = 0; warming < 15; warming++) next();
  const part = () => next() / 2 ** 32;
  return { part, below: (below) => Math.floor(part() * below) };
}

/** Draws 0 to below `count`, the k-th in rank as often as 1 / (k + 1)^steepness (Zipf); `rank` says who is where. */
export function zipf(count: number, steepness: number, rank: readonly number[] = [...Array(count).keys()]) {
  const weights = Array.from({ length: count }, (_, k) => 1 / (k + 1) ** steepness);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const upTo = weights.map((weight) => {
    sum += weight / total;
    return sum;
  });
  return ({ part }: Random): number => {
    const drawn = part();
    const place = upTo.findIndex((bound) => drawn < bound);
    return rank[place < 0 ? count - 1 : place] ?? 0;
  };
}

/** The numbers below `count`, each moved from its place by up to half of `noise` of the length. */
export function shuffledABit(random: Random, count: number, noise: number): number[] {
  const keys = Array.from({ length: count }, (_, n) => n + noise * count * (random.part() - 0.5));
  return [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}
