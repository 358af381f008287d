"""Solves an assignment with scipy, for comparison: reads n, m and n*m little-endian uint16 fits from a file.

Prints JSON: seconds (median of the repeats), covered and total, coverage first. `dense` is
linear_sum_assignment, `sparse` min_weight_full_bipartite_matching with one private dummy column per row.
"""

import json
import statistics
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

OWED = 1_000_000


def measure(solve, repeats):
    seconds = []
    for _ in range(repeats):
        started = time.perf_counter()
        found = solve()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds), found


def main(path, repeats):
    raw = np.fromfile(path, dtype="<u2")
    n, m = int(raw[0]), int(raw[1])
    fits = raw[2:].reshape(n, m).astype(np.float64)
    worth = np.where(fits > 0, fits + OWED, 0)

    def dense():
        rows, columns = linear_sum_assignment(worth, maximize=True)
        return fits[rows, columns]

    rows, columns = np.nonzero(fits)
    cost = np.concatenate([2 * OWED - worth[rows, columns], np.full(n, 2 * OWED)])
    graph = coo_matrix(
        (cost, (np.concatenate([rows, np.arange(n)]), np.concatenate([columns, m + np.arange(n)]))),
        shape=(n, m + n),
    ).tocsr()

    def sparse():
        chosen_rows, chosen = min_weight_full_bipartite_matching(graph)
        real = chosen < m
        return fits[chosen_rows[real], chosen[real]]

    result = {}
    for name, solve in (("dense", dense), ("sparse", sparse)):
        seconds, found = measure(solve, repeats)
        result[name] = {"seconds": seconds, "covered": int((found > 0).sum()), "total": int(found.sum())}
    print(json.dumps(result))


main(sys.argv[1], int(sys.argv[2]))
