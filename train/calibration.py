"""Expected F1 to real F1: a rising line through few points, by pooling adjacent violators."""
import numpy as np

POINTS = 16


def isotonic(expected, seen):
    order = np.argsort(expected, kind='stable')
    blocks = []
    for x, y in zip(expected[order], seen[order]):
        blocks.append([x, y, 1])
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            (x0, y0, n0), (x1, y1, n1) = blocks[-2:]
            blocks[-2:] = [[(x0 * n0 + x1 * n1) / (n0 + n1), (y0 * n0 + y1 * n1) / (n0 + n1), n0 + n1]]
    # Few points are enough, and a line through many would follow the noise: pool to equal counts.
    total, pooled = len(expected), []
    for x, y, n in blocks:
        if pooled and pooled[-1][2] + n <= total / POINTS:
            px, py, pn = pooled[-1]
            pooled[-1] = [(px * pn + x * n) / (pn + n), (py * pn + y * n) / (pn + n), pn + n]
        else:
            pooled.append([x, y, n])
    return [[round(float(x), 4), round(float(y), 4)] for x, y, _ in pooled]


def ranks(v):
    """Ranks, equal values sharing their mean."""
    _, inverse, counts = np.unique(v, return_inverse=True, return_counts=True)
    end = np.cumsum(counts)
    return ((end - counts + end + 1) / 2)[inverse]


def spearman(a, b):
    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])
