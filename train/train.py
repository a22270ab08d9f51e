"""
Trains the judge: fold models for honest figures, the shipped model, a report.

    python train.py [--dist DIR] [--data DIR] [--sets a,b] [--shipped FILE] [--folds DIR] [--report FILE]
"""
import argparse
import json
import os

import numpy as np

from calibration import isotonic
from export import forest, model, quantised, typescript
from report import report
from rowserver import RowServer
from stages import FOLDS, Stages
from types_head import fit_types, predict_types

HERE = os.path.dirname(os.path.abspath(__file__))
SETS = 'wcxb-dev,zyte,magic-article,magic-forum'
# Rows whose probabilities are compared between LightGBM and the product's trees.
PARITY_PAGES = 50


def parity(stages, seen, fold, second):
    """Largest difference between LightGBM and our trees on pages of a fold, both stages."""
    server, first = stages.server, stages.first(seen)
    pages = server.pages_of({fold})[:PARITY_PAGES]
    count = int((server.start[[p + 1 for p in pages]] - server.start[pages]).sum())
    x1 = server.first(server.tables(seen), {fold})[:count]
    p = np.zeros(len(stages.y), np.float32)
    p[server.rows_of({fold})] = stages.predict_first(seen, fold)
    x2 = server.second(server.tables(seen), {fold}, p)[:count]
    return max(float(np.abs(quantised(b).predict(x) - server.trees(forest(b), x)).max()) for b, x in ((first, x1), (second, x2)))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--dist')
    ap.add_argument('--data')
    ap.add_argument('--sets', default=SETS)
    ap.add_argument('--shipped', default=os.path.join(HERE, '..', 'src', 'judge', 'shipped.model.ts'))
    ap.add_argument('--folds', default=os.path.join(HERE, 'folds'))
    ap.add_argument('--report', default=os.path.join(HERE, 'REPORT.md'))
    ap.add_argument('--only-shipped', action='store_true', help='no fold models: for a model that is scored on other sets')
    options = ap.parse_args()
    server = RowServer(options.dist, options.sets.split(','), options.data, FOLDS)
    stages, everything = Stages(server), frozenset(range(FOLDS))
    found = None if options.only_shipped else cross_validate(stages, everything)
    second, head = stages.second(everything), fit_types(stages, everything)
    stages.first(everything)
    points = isotonic(found['score'][:, 1], found['score'][:, 0]) if found else []
    shipped = model(server, server.tables(everything), stages.first(everything), second, head, points)
    if found:
        write_folds(options.folds, stages, found)
        report(options.report, stages, {**found, 'parity': parity(stages, everything - {0}, 0, found['second'][0]), 'hash': shipped['hash']})
    with open(options.shipped, 'w') as f:
        f.write(typescript(shipped) if options.shipped.endswith('.ts') else json.dumps(shipped))
    server.close()


def cross_validate(stages, everything):
    """Both stages and the type head on each fold by models of the others."""
    server = stages.server
    p2, types = np.zeros(len(stages.y), np.float32), np.zeros(len(server.pages), int)
    seconds, heads = [], []
    for k in sorted(everything):
        seen = everything - {k}
        seconds.append(stages.second(seen))
        heads.append(fit_types(stages, seen))
        p2[server.rows_of({k})] = stages.predict(seen, k, seconds[k])
        types[server.pages_of({k})] = predict_types(stages, seen, k, heads[k])
        print(f'fold {k} done', flush=True)
    pages = range(len(server.pages))
    p1 = stages.unseen_first(everything)
    return {'p1': p1, 'p2': p2, 'types': types, 'second': seconds, 'heads': heads, 'score': server.score(p2, pages), 'score1': server.score(p1, pages)}


def write_folds(folder, stages, found):
    server = stages.server
    os.makedirs(folder, exist_ok=True)
    everything = frozenset(range(FOLDS))
    for k in range(FOLDS):
        seen = everything - {k}
        others = server.pages_of(seen)
        points = isotonic(found['score'][others, 1], found['score'][others, 0])
        packed = model(server, server.tables(seen), stages.first(seen), found['second'][k], found['heads'][k], points)
        with open(os.path.join(folder, f'{k}.json'), 'w') as f:
            json.dump(packed, f)
    with open(os.path.join(folder, 'sites.json'), 'w') as f:
        json.dump(server.folds, f, indent=0, sort_keys=True)


if __name__ == '__main__':
    main()
