"""Solves an assignment with scipy, for comparison: reads n, m, a least fit and n*m little-endian uint16 fits.

Prints JSON: seconds, covered, total and whether everybody has at most one partner; coverage first. `dense` is
linear_sum_assignment, `sparse` min_weight_full_bipartite_matching with one private dummy column per row; both
once with pairs of at least the least fit, and once with all pairs. Building the matrices is not counted.
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
    n, m, least = int(raw[0]), int(raw[1]), int(raw[2])
    fits = raw[3:].reshape(n, m).astype(np.float64)
    result = solve(np.where(fits < least, 0, fits), "")
    result.update(solve(fits, ", all pairs"))
    print(json.dumps(result))


def solve(fits, what):
    n, m = fits.shape
    worth = np.where(fits > 0, fits + OWED, 0)
    rows, columns = np.nonzero(fits)
    cost = np.concatenate([2 * OWED - worth[rows, columns], np.full(n, 2 * OWED)])
    graph = coo_matrix(
        (cost, (np.concatenate([rows, np.arange(n)]), np.concatenate([columns, m + np.arange(n)]))),
        shape=(n, m + n),
    ).tocsr()
    solvers = {
        "scipy dense": lambda: linear_sum_assignment(worth, maximize=True),
        "scipy sparse": lambda: min_weight_full_bipartite_matching(graph),
    }
    result = {}
    for name, assign in solvers.items():
        started = time.perf_counter()
        chosen_rows, chosen = assign()
        seconds = time.perf_counter() - started
        real = chosen < m
        found = fits[chosen_rows[real], chosen[real]]
        feasible = len(set(chosen_rows.tolist())) == len(chosen_rows) and len(set(chosen.tolist())) == len(chosen)
        result[name + what] = {
            "seconds": seconds,
            "covered": int((found > 0).sum()),
            "total": int(found.sum()),
            "feasible": feasible,
        }
    return result


main(sys.argv[1])
