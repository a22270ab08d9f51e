"""The two stages: which rows are trained on, with what weight, and the trees."""
import threading
from concurrent.futures import ThreadPoolExecutor

import lightgbm as lgb
import numpy as np

FOLDS = 5
SEED = 1
# Rows of a training at most, drawn by importance; more bring nothing (measured).
SAMPLE = 140_000
# Weight of a page outside the development pages.
EXTRA = 0.7
FIRST = dict(objective='binary', learning_rate=.1, num_leaves=31, min_data_in_leaf=60, lambda_l2=1., max_bin=63, feature_fraction=.4,
             bagging_fraction=.7, bagging_freq=1, min_data_in_bin=10)
SECOND = dict(objective='binary', learning_rate=.07, num_leaves=12, min_data_in_leaf=300, lambda_l2=20., max_bin=63, feature_fraction=.3,
              bagging_fraction=.7, bagging_freq=1, min_data_in_bin=10, path_smooth=20.)
FIRST_TREES = 120
SECOND_TREES = 100
FIXED = dict(verbosity=-1, num_threads=1, seed=SEED, deterministic=True, force_row_wise=True)


def weights(server):
    """A block weighs by its words, a page by its size to the power of .3."""
    w = np.minimum(server.words, 60) + 2.
    total = np.bincount(server.page, weights=w, minlength=len(server.pages))
    extra = np.array([1. if p['set'] == 'wcxb-dev' else EXTRA for p in server.pages])
    return w / np.maximum(1, total[server.page]) ** .7 * extra[server.page]


def sample(weight, rows, size=SAMPLE):
    """Rows drawn by importance, and the weight each then has."""
    w = weight[rows]
    if len(rows) <= size:
        return rows, w
    low, high = 0., size / w.min()
    for _ in range(60):
        middle = (low + high) / 2
        if np.minimum(1, w * middle).sum() < size:
            low = middle
        else:
            high = middle
    chance = np.minimum(1, w * low)
    taken = np.random.default_rng(SEED).random(len(rows)) < chance
    return rows[taken], (w / chance)[taken]


def fit(x, y, w, params, trees):
    q = {**params, **FIXED}
    return lgb.train(q, lgb.Dataset(x, y, weight=w / w.mean(), params=q, free_raw_data=True), trees)


class Stages:
    """Models and predictions, each made once. Folds are sets of fold numbers; a model is named by the folds it saw."""

    def __init__(self, server, first=None, second=None, first_trees=FIRST_TREES, second_trees=SECOND_TREES, drop=()):
        self.server, self.weight = server, weights(server)
        self.usable = ~np.isnan(server.label)
        self.y = (np.nan_to_num(server.label) >= .5).astype(np.float32)
        self.first_params, self.second_params = {**FIRST, **(first or {})}, {**SECOND, **(second or {})}
        self.first_trees, self.second_trees = first_trees, second_trees
        self.firsts, self.p1 = {}, {}
        self.drop = [server.names.index(n) for n in drop]

    def sampled(self, folds):
        rows = self.server.rows_of(folds)
        return sample(self.weight, rows[self.usable[rows]])

    def x(self, matrix):
        if self.drop:
            matrix[:, self.drop] = 0
        return matrix

    def first(self, seen):
        """Stage 1 trained on folds `seen`."""
        seen = frozenset(seen)
        if seen not in self.firsts:
            self.firsts[seen] = fit(*self.first_rows(seen), self.first_params, self.first_trees)
        return self.firsts[seen]

    def first_rows(self, seen):
        """Rows, labels and weights of its training; evidence of each fold from the others of them."""
        rows, w = self.sampled(seen)
        parts, order = [], []
        for f in sorted(seen):
            own = rows[self.server.fold[self.server.page[rows]] == f]
            parts.append(self.x(self.server.first(self.server.tables(seen - {f}), {f}, own)))
            order.append(own)
        order = np.concatenate(order)
        return np.concatenate(parts), self.y[order], w[np.searchsorted(rows, order)]

    def fit_firsts(self, wanted, workers):
        """Several of them side by side: each has one thread, so that the order of their ends changes nothing."""
        free = threading.Semaphore(workers + 1)

        def task(seen, rows):
            try:
                self.firsts[seen] = fit(*rows, self.first_params, self.first_trees)
            finally:
                free.release()
        with ThreadPoolExecutor(workers) as pool:
            ends = []
            for seen in wanted:
                free.acquire()
                ends.append(pool.submit(task, seen, self.first_rows(seen)))
            for end in ends:
                end.result()

    def predict_first(self, seen, fold):
        key = frozenset(seen), fold
        if key not in self.p1:
            x = self.x(self.server.first(self.server.tables(seen), {fold}))
            self.p1[key] = self.first(seen).predict(x, num_threads=1).astype(np.float32)
        return self.p1[key]

    def unseen_first(self, seen):
        """Stage 1 on the folds `seen`, each judged by a model that did not see it."""
        out = np.zeros(len(self.y), np.float32)
        for f in sorted(seen):
            out[self.server.rows_of({f})] = self.predict_first(frozenset(seen) - {f}, f)
        return out

    def second(self, seen):
        seen = frozenset(seen)
        p = self.unseen_first(seen)
        rows, w = self.sampled(seen)
        parts, order = [], []
        for f in sorted(seen):
            own = rows[self.server.fold[self.server.page[rows]] == f]
            parts.append(self.server.second(self.server.tables(seen - {f}), {f}, p, own))
            order.append(own)
        order = np.concatenate(order)
        return fit(np.concatenate(parts), self.y[order], w[np.searchsorted(rows, order)], self.second_params, self.second_trees)

    def predict(self, seen, fold, second):
        """Both stages on a fold that is not among `seen`."""
        p = np.zeros(len(self.y), np.float32)
        rows = self.server.rows_of({fold})
        p[rows] = self.predict_first(seen, fold)
        return second.predict(self.server.second(self.server.tables(seen), {fold}, p), num_threads=1).astype(np.float32)
