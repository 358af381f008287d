"""Solves an assignment with scipy, for comparison: reads n, m and n*m little-endian uint16 fits from a file.

Prints JSON: seconds, covered, total and whether everybody has at most one partner; coverage first. `dense` is
linear_sum_assignment, `sparse` min_weight_full_bipartite_matching with one private dummy column per row.
Building the matrices is not counted.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

OWED = 1_000_000


def main(path):
    raw = np.fromfile(path, dtype="<u2")
    n, m = int(raw[0]), int(raw[1])
    fits = raw[2:].reshape(n, m).astype(np.float64)
    worth = np.where(fits > 0, fits + OWED, 0)

    def dense():
        return linear_sum_assignment(worth, maximize=True)

    rows, columns = np.nonzero(fits)
    cost = np.concatenate([2 * OWED - worth[rows, columns], np.full(n, 2 * OWED)])
    graph = coo_matrix(
        (cost, (np.concatenate([rows, np.arange(n)]), np.concatenate([columns, m + np.arange(n)]))),
        shape=(n, m + n),
    ).tocsr()

    def sparse():
        return min_weight_full_bipartite_matching(graph)

    result = {}
    for name, solve in (("dense", dense), ("sparse", sparse)):
        started = time.perf_counter()
        chosen_rows, chosen = solve()
        seconds = time.perf_counter() - started
        real = chosen < m
        found = fits[chosen_rows[real], chosen[real]]
        feasible = len(set(chosen_rows.tolist())) == len(chosen_rows) and len(set(chosen.tolist())) == len(chosen)
        result[name] = {
            "seconds": seconds,
            "covered": int((found > 0).sum()),
            "total": int(found.sum()),
            "feasible": feasible,
        }
    print(json.dumps(result))


main(sys.argv[1])
